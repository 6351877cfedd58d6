package org.busmark.kafka;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.busmark.bus.BusException;
import org.busmark.bus.Consumer;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.DisturbanceListener;
import org.busmark.bus.MessageListener;
import org.busmark.bus.TopicSpec;
import org.jspecify.annotations.Nullable;

/** One member of a group: a client, and the thread that polls it. */
final class KafkaBusConsumer implements Consumer {
    private static final Duration MAX_OPEN = Duration.ofSeconds(30);

    private final PollLoop loop;
    private final TopicSpec topic;
    private final Thread thread;
    private final java.util.function.Consumer<KafkaBusConsumer> onClose;
    private final AtomicBoolean closed = new AtomicBoolean();

    private KafkaBusConsumer(
            PollLoop loop, TopicSpec topic, String name, java.util.function.Consumer<KafkaBusConsumer> onClose) {
        this.loop = loop;
        this.topic = topic;
        this.onClose = onClose;
        thread = new Thread(loop, "busmark-kafka-" + name);
        thread.setDaemon(true);
    }

    /**
     * Opens a consumer and waits until its group has told it its share of the partitions.
     *
     * @param onClose hears of the close, once
     */
    static KafkaBusConsumer open(
            Map<String, Object> config,
            ConsumerSpec spec,
            MessageListener listener,
            DisturbanceListener disturbances,
            java.util.function.Consumer<KafkaBusConsumer> onClose)
            throws BusException {
        String name = KafkaSettings.groupId(spec.topic(), spec.group()) + "-" + spec.member();
        KafkaConsumer<ByteBuffer, ByteBuffer> client;
        try {
            client = new KafkaConsumer<>(config);
        } catch (KafkaException e) {
            throw new BusException("cannot open consumer " + name + ": " + KafkaErrors.line(e), e);
        }
        KafkaBusConsumer consumer =
                new KafkaBusConsumer(new PollLoop(client, spec, listener, disturbances), spec.topic(), name, onClose);
        consumer.thread.start();
        String problem = consumer.awaitSettled();
        if (problem != null) {
            consumer.close();
            throw new BusException("cannot open consumer " + name + ": " + problem);
        }
        return consumer;
    }

    TopicSpec topic() {
        return topic;
    }

    private @Nullable String awaitSettled() {
        try {
            if (!loop.settled().await(MAX_OPEN.toMillis(), TimeUnit.MILLISECONDS)) {
                return "its group did not form within " + MAX_OPEN.toSeconds() + " s";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
        RuntimeException failure = loop.failure();
        return failure == null ? null : KafkaErrors.line(failure);
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        loop.stop();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        onClose.accept(this);
    }
}
