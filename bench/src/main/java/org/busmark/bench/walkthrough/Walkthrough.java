package org.busmark.bench.walkthrough;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.BusException;
import org.busmark.bus.BusSettings;
import org.busmark.bus.Consumer;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.ConsumerSpec.Start;
import org.busmark.bus.Guarantee;
import org.busmark.bus.MessageBus;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendOutcome;
import org.busmark.bus.TopicSpec;
import org.busmark.results.record.WalkthroughRecord;
import org.busmark.results.record.WalkthroughRecord.Arrival;
import org.busmark.results.record.WalkthroughRecord.Sent;
import org.busmark.results.record.WalkthroughRecord.Variant;
import org.busmark.traffic.DisturbanceLog;
import org.busmark.workload.Durations;

/**
 * Ten messages through a topic of three partitions, at the strongest guarantee that the bus offers.
 *
 * <p>As written: all ten bear one key, the producer is never closed, and only then the group opens, at the latest
 * position. Mended: the group opens first and begins at the earliest, each message has a key of its own so that
 * partitions share the work, and the producer is closed, which waits for every outcome, before anyone counts.
 */
public final class Walkthrough {
    static final int MESSAGES = 10;
    static final int PARTITIONS = 3;

    private static final String GROUP = "readers";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BusAdapter adapter;
    private final BusSettings settings;
    private final Duration patience;

    /** @param settings addresses and tuning */
    public Walkthrough(BusAdapter adapter, BusSettings settings) {
        this(adapter, settings, PATIENCE);
    }

    /** @param patience how long outcomes, and then arrivals, are waited for */
    Walkthrough(BusAdapter adapter, BusSettings settings, Duration patience) {
        this.adapter = adapter;
        this.settings = settings;
        this.patience = patience;
    }

    /** Takes the steps, both ways; about 20 s a bus. */
    public List<WalkthroughRecord> run() {
        return List.of(run(Variant.AS_WRITTEN), run(Variant.MENDED));
    }

    private Guarantee strongest() {
        return Collections.max(adapter.guarantees().keySet());
    }

    WalkthroughRecord run(Variant variant) {
        Steps steps = new Steps();
        String failure = null;
        try (MessageBus bus = adapter.connect(settings, new DisturbanceLog())) {
            TopicSpec topic = new TopicSpec(
                    "walkthrough-%08x".formatted(ThreadLocalRandom.current().nextInt()),
                    PARTITIONS,
                    List.of(GROUP),
                    strongest());
            steps.done("create a topic of " + PARTITIONS + " partitions and 1 replica");
            bus.createTopic(topic);
            if (variant == Variant.AS_WRITTEN) {
                asWritten(bus, topic, steps);
            } else {
                mended(bus, topic, steps);
            }
            bus.deleteTopic(topic);
        } catch (BusException e) {
            failure = e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = "interrupted";
        }
        return new WalkthroughRecord(
                adapter.id(), strongest(), variant, steps.taken, steps.sent(), steps.arrivals(), failure);
    }

    private void asWritten(MessageBus bus, TopicSpec topic, Steps steps) throws BusException, InterruptedException {
        Producer producer = bus.openProducer(new ProducerSpec(topic, 0, MESSAGES), steps::outcome);
        steps.done("send " + MESSAGES + " messages under one key; the producer is not closed");
        for (int message = 0; message < MESSAGES; message++) {
            steps.send(producer, message, "key");
        }
        // The document's second program is started by hand, seconds later: what was sent has arrived by then.
        steps.awaitOutcomes(patience);
        steps.done("then open a group that begins at the latest position, and read for " + Durations.format(patience));
        try (Consumer ignored = open(bus, topic, Start.LATEST, steps)) {
            steps.arrivals.await(MESSAGES, patience.toMillis());
        }
        // The document's program never gets here; ours leaves nothing open behind it.
        producer.close();
    }

    private void mended(MessageBus bus, TopicSpec topic, Steps steps) throws BusException, InterruptedException {
        steps.done("open a group that begins at the earliest position");
        try (Consumer ignored = open(bus, topic, Start.EARLIEST, steps)) {
            steps.done("send " + MESSAGES + " messages, each under a key of its own, as bytes");
            try (Producer producer = bus.openProducer(new ProducerSpec(topic, 0, MESSAGES), steps::outcome)) {
                for (int message = 0; message < MESSAGES; message++) {
                    steps.send(producer, message, "key-" + message);
                }
            }
            steps.done("close the producer, which waits for every outcome; read what comes");
            steps.arrivals.await(MESSAGES, patience.toMillis());
        }
    }

    private static Consumer open(MessageBus bus, TopicSpec topic, Start start, Steps steps) throws BusException {
        return bus.openConsumer(new ConsumerSpec(topic, GROUP, 0, 1, start), steps.arrivals);
    }

    /** What was done so far, and what came of it. */
    private static final class Steps {
        private final List<String> taken = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private final AtomicReferenceArray<SendOutcome> outcomes = new AtomicReferenceArray<>(MESSAGES);
        private final CountDownLatch open = new CountDownLatch(MESSAGES);
        private final Arrivals arrivals = new Arrivals();

        void done(String step) {
            taken.add(step);
        }

        void send(Producer producer, int message, String key) {
            keys.add(key);
            producer.send(
                    Arrivals.payload(message), key.getBytes(StandardCharsets.UTF_8), Producer.ANY_PARTITION, message);
        }

        void outcome(long token, SendOutcome outcome) {
            outcomes.set((int) token, outcome);
            open.countDown();
        }

        void awaitOutcomes(Duration limit) throws InterruptedException {
            open.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        }

        List<Sent> sent() {
            List<Sent> sent = new ArrayList<>();
            for (int message = 0; message < keys.size(); message++) {
                SendOutcome outcome = outcomes.get(message);
                sent.add(new Sent(message, keys.get(message), outcome == null ? "none" : outcome.name()));
            }
            return sent;
        }

        List<Arrival> arrivals() {
            return arrivals.inOrder();
        }
    }
}
