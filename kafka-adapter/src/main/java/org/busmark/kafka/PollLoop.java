package org.busmark.kafka;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.Delivery;
import org.busmark.bus.Disturbance;
import org.busmark.bus.DisturbanceListener;
import org.busmark.bus.MessageListener;
import org.jspecify.annotations.Nullable;

/**
 * Polls Kafka and pushes each message to the listener, until told to stop or the client fails. Owns the client: only
 * {@link #stop} touches it from another thread, by the one call that Kafka allows there.
 */
final class PollLoop implements Runnable {
    private static final Duration POLL = OffsetCommits.INTERVAL;
    private static final Duration LEAVE = Duration.ofSeconds(2);

    private final KafkaConsumer<ByteBuffer, ByteBuffer> client;
    private final String topic;
    private final MessageListener listener;
    private final DisturbanceListener disturbances;
    private final String name;
    private final OffsetCommits commits;
    private final Delivery delivery = new Delivery();
    private final PayloadView payload = new PayloadView();
    private final CountDownLatch settled = new CountDownLatch(1);
    private int listened;
    private @Nullable ConsumerRecords<ByteBuffer, ByteBuffer> unfinished;
    private volatile boolean stopping;
    private volatile @Nullable RuntimeException failure;

    PollLoop(
            KafkaConsumer<ByteBuffer, ByteBuffer> client,
            ConsumerSpec spec,
            MessageListener listener,
            DisturbanceListener disturbances) {
        this.client = client;
        this.topic = spec.topic().name();
        this.listener = listener;
        this.disturbances = disturbances;
        name = "consumer " + spec.member() + " of group " + spec.group() + " on topic " + topic;
        commits = new OffsetCommits(client, spec.topic().guarantee().isAcknowledged());
    }

    /** Reaches zero when the member knows its share of the partitions, or has failed. */
    CountDownLatch settled() {
        return settled;
    }

    /** Why the loop ended by itself; null if it did not. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    /** Ends the loop soon: after the listener's present call. Any thread. */
    void stop() {
        stopping = true;
        client.wakeup();
    }

    @Override
    public void run() {
        try {
            client.subscribe(
                    List.of(topic), new GroupMembership(client, commits, disturbances, name, () -> stopping, settled));
            while (!stopping) {
                push(client.poll(POLL));
                commits.tick();
            }
        } catch (RuntimeException e) {
            if (!stopping) {
                failure = e;
                disturbances.onDisturbance(Disturbance.FAILURE, name + " stopped: " + KafkaErrors.line(e));
            }
        } finally {
            // Leaving the group is neither a disturbance nor a reason to commit what the listener has not seen.
            stopping = true;
            if (failure == null) {
                commitLast();
            }
            leave();
            settled.countDown();
        }
    }

    /** The call to close may wake the first try, and one try only. */
    private void commitLast() {
        if (!commitListened()) {
            commitListened();
        }
    }

    /** False if woken. A broker that is gone takes no commit, which is no failure of the consumer's. */
    private boolean commitListened() {
        try {
            if (unfinished == null) {
                commits.flush();
            } else {
                commits.flush(unfinished, listened);
            }
            return true;
        } catch (WakeupException e) {
            return false;
        } catch (KafkaException e) {
            return true;
        }
    }

    private void push(ConsumerRecords<ByteBuffer, ByteBuffer> records) {
        listened = 0;
        for (ConsumerRecord<ByteBuffer, ByteBuffer> record : records) {
            if (stopping) {
                unfinished = records;
                return;
            }
            payload.of(record.value());
            listener.onMessage(
                    delivery.of(payload.buffer(), payload.offset(), payload.length(), record.partition(), false));
            listened++;
        }
        if (listened > 0) {
            commits.markDue();
        }
    }

    private void leave() {
        try {
            client.close(CloseOptions.timeout(LEAVE));
        } catch (KafkaException e) {
            disturbances.onDisturbance(Disturbance.FAILURE, name + " did not close cleanly: " + KafkaErrors.line(e));
        }
    }
}
