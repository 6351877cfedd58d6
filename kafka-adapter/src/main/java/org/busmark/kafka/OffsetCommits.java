package org.busmark.kafka;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Commits the offsets of messages whose listener call has returned, at guarantees that are acknowledged. Confined to
 * the poll thread.
 *
 * <p>The client's own position stands behind the last batch that it handed out. It is right to commit whenever that
 * batch is finished, and it also keeps the place of a partition in which nothing was received yet.
 */
final class OffsetCommits {
    /** A commit is a request that the broker appends to a log; one a poll would be thousands a second. */
    static final Duration INTERVAL = Duration.ofMillis(100);

    private static final Duration MAX_WAIT = Duration.ofSeconds(8);

    private final KafkaConsumer<ByteBuffer, ByteBuffer> client;
    private final boolean active;
    private boolean due;
    private long lastNs = System.nanoTime();

    OffsetCommits(KafkaConsumer<ByteBuffer, ByteBuffer> client, boolean active) {
        this.client = client;
        this.active = active;
    }

    /** Something changed that ought to be committed within {@link #INTERVAL}. */
    void markDue() {
        due = active;
    }

    /** Asks for a commit if one is due. The answer is not waited for: the next commit says all that this one did. */
    void tick() {
        if (due && System.nanoTime() - lastNs >= INTERVAL.toNanos()) {
            client.commitAsync();
            due = false;
            lastNs = System.nanoTime();
        }
    }

    /** Commits and waits, when all that was handed out was listened to. */
    void flush() {
        if (active) {
            client.commitSync(MAX_WAIT);
            due = false;
        }
    }

    /**
     * The last commit, when the listener has seen only a part of what was handed out.
     *
     * @param records the batch
     * @param listened how many of them, in iteration order, the listener has seen
     */
    void flush(ConsumerRecords<ByteBuffer, ByteBuffer> records, int listened) {
        if (!active) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        int index = 0;
        for (ConsumerRecord<ByteBuffer, ByteBuffer> record : records) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            if (index++ < listened) {
                offsets.put(partition, new OffsetAndMetadata(record.offset() + 1));
            } else {
                offsets.putIfAbsent(partition, new OffsetAndMetadata(record.offset()));
            }
        }
        for (TopicPartition partition : client.assignment()) {
            if (!offsets.containsKey(partition)) {
                offsets.put(partition, new OffsetAndMetadata(client.position(partition)));
            }
        }
        client.commitSync(offsets, MAX_WAIT);
    }
}
