package org.busmark.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.busmark.bus.BusException;
import org.busmark.bus.Disturbance;
import org.busmark.bus.DisturbanceListener;
import org.busmark.bus.Guarantee;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendListener;
import org.busmark.bus.SendOutcome;
import org.busmark.bus.TopicSpec;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's producer: batches and sends on an I/O thread of its own.
 *
 * <p>The client copies key and payload into its batch within {@code send}, so that the caller's arrays are free when it
 * returns. A {@code ProducerRecord} only points at these arrays; as long as the caller comes with the same ones again
 * the same record serves again, and this class allocates nothing.
 */
final class KafkaBusProducer implements Producer {
    private final KafkaProducer<byte[], byte[]> client;
    private final TopicSpec topic;
    private final SendOutcomes outcomes;
    private final DisturbanceListener disturbances;
    private final Consumer<KafkaBusProducer> onClose;

    private @Nullable ProducerRecord<byte[], byte[]> lastRecord;
    private volatile boolean closed;
    private boolean ended;

    private KafkaBusProducer(
            KafkaProducer<byte[], byte[]> client,
            TopicSpec topic,
            SendListener listener,
            DisturbanceListener disturbances,
            Consumer<KafkaBusProducer> onClose) {
        this.client = client;
        this.topic = topic;
        this.disturbances = disturbances;
        this.onClose = onClose;
        outcomes = new SendOutcomes(
                listener,
                topic.guarantee() == Guarantee.FIRE_AND_FORGET ? SendOutcome.HANDED_OVER : SendOutcome.ACKNOWLEDGED);
    }

    /**
     * Opens a producer for the calling thread and has it learn the topic's leaders.
     *
     * @param onClose hears of the close, once
     */
    static KafkaBusProducer open(
            Map<String, Object> config,
            ProducerSpec spec,
            SendListener listener,
            DisturbanceListener disturbances,
            Consumer<KafkaBusProducer> onClose)
            throws BusException {
        KafkaProducer<byte[], byte[]> client = null;
        try {
            client = new KafkaProducer<>(config);
            client.partitionsFor(spec.topic().name());
            return new KafkaBusProducer(client, spec.topic(), listener, disturbances, onClose);
        } catch (KafkaException e) {
            if (client != null) {
                client.close(Duration.ZERO);
            }
            throw new BusException(
                    "cannot open a producer on topic " + spec.topic().name() + ": " + KafkaErrors.line(e), e);
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears the same
    public void send(byte[] payload, byte @Nullable [] key, int partition, long token) {
        if (closed || partition < ANY_PARTITION || partition >= topic.partitions()) {
            outcomes.refuse(token);
            return;
        }
        SendCallback callback = outcomes.take(token);
        try {
            client.send(record(payload, key, partition), callback);
            if (outcomes.refusedAtOnce()) {
                outcomes.refuse(callback);
            }
        } catch (InterruptException e) {
            // Thrown while waiting for metadata or memory, before the message was taken; the thread stays interrupted.
            outcomes.refuse(callback);
        } catch (RuntimeException e) {
            // The client was closed meanwhile, or is in a state that it cannot leave. It may have taken the message
            // before it threw, and is made to say so by its end.
            if (!closed) {
                closed = true;
                tell("stopped", e);
            }
            end();
        }
    }

    private void tell(String what, RuntimeException e) {
        disturbances.onDisturbance(
                Disturbance.FAILURE, "producer on topic " + topic.name() + " " + what + ": " + KafkaErrors.line(e));
    }

    private ProducerRecord<byte[], byte[]> record(byte[] payload, byte @Nullable [] key, int partition) {
        ProducerRecord<byte[], byte[]> record = lastRecord;
        if (record == null || record.value() != payload || record.key() != key || partitionOf(record) != partition) {
            Integer chosen = partition == ANY_PARTITION ? null : Integer.valueOf(partition);
            record = new ProducerRecord<>(topic.name(), chosen, key, payload);
            lastRecord = record;
        }
        return record;
    }

    private static int partitionOf(ProducerRecord<byte[], byte[]> record) {
        Integer partition = record.partition();
        return partition == null ? ANY_PARTITION : partition;
    }

    /** Kafka's producer may be closed from any thread, and so may this one: a bus or topic that goes takes it along. */
    @Override
    public void close() {
        closed = true;
        end();
        onClose.accept(this);
    }

    /** When it returns the client has ended and every send that it ever took has its outcome. */
    private synchronized void end() {
        if (ended) {
            // A send that failed on the sender's thread while another thread closed.
            outcomes.clientEnded();
            return;
        }
        ended = true;
        try {
            client.close(MAX_BLOCK);
        } catch (KafkaException e) {
            // Interrupted, or a metrics reporter failed: the I/O thread has ended all the same.
            tell("did not close cleanly", e);
        }
        outcomes.clientEnded();
    }

    TopicSpec topic() {
        return topic;
    }
}
