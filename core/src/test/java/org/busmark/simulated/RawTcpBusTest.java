package org.busmark.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.busmark.bus.BusException;
import org.busmark.bus.BusSettings;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.Guarantee;
import org.busmark.bus.MessageBus;
import org.busmark.bus.MessageListener;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendListener;
import org.busmark.bus.SendOutcome;
import org.busmark.bus.TopicSpec;
import org.busmark.ledger.Verdict;
import org.busmark.time.Clock;
import org.busmark.traffic.DisturbanceLog;
import org.busmark.traffic.TrafficReport;
import org.busmark.traffic.TrafficRun;
import org.busmark.wire.Body;
import org.busmark.workload.DataSize;
import org.busmark.workload.Keys;
import org.busmark.workload.Rate;
import org.busmark.workload.Shape;
import org.busmark.workload.Workload;
import org.junit.jupiter.api.Test;

/** What the contract test does not ask: sizes at the buffer's edge, a stuck consumer, allocation, the whole engine. */
class RawTcpBusTest {
    private static final TopicSpec TOPIC = new TopicSpec("t", 1, List.of("g"), Guarantee.FIRE_AND_FORGET);
    private static final long BOUND_MS = 20_000;

    private static MessageBus connect() throws BusException {
        return new RawTcpAdapter().connect(BusSettings.NONE, new DisturbanceLog());
    }

    private static void consume(MessageBus bus, MessageListener listener) throws BusException {
        bus.openConsumer(new ConsumerSpec(TOPIC, "g", 0, 1, ConsumerSpec.Start.LATEST), listener);
    }

    private static void await(BooleanSupplier condition) {
        long beganNs = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() - beganNs < TimeUnit.MILLISECONDS.toNanos(BOUND_MS), "not within 20 s");
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void messagesAtTheBuffersEdgesArriveWhole() throws BusException {
        int edge = RawTcpConnection.BUFFER_BYTES - RawTcpConnection.LENGTH_BYTES;
        List<Integer> sizes =
                List.of(0, 1, edge - 1, edge, edge + 1, 3, 256 << 10, (256 << 10) - 4, (256 << 10) - 3, 5 * edge, 7);
        List<Integer> arrived = new ArrayList<>();
        AtomicLong wrongBytes = new AtomicLong();
        try (MessageBus bus = connect()) {
            bus.createTopic(TOPIC);
            consume(bus, delivery -> {
                for (int i = 0; i < delivery.length(); i++) {
                    if (delivery.buffer()[delivery.offset() + i] != (byte) (delivery.length() + i)) {
                        wrongBytes.incrementAndGet();
                    }
                }
                synchronized (arrived) {
                    arrived.add(delivery.length());
                }
            });
            Producer producer = bus.openProducer(new ProducerSpec(TOPIC, 0, 10), (token, outcome) -> {});
            for (int size : sizes) {
                byte[] payload = new byte[size];
                for (int i = 0; i < size; i++) {
                    payload[i] = (byte) (size + i);
                }
                producer.send(payload, null, 0, 1);
            }
            await(() -> {
                synchronized (arrived) {
                    return arrived.size() == sizes.size();
                }
            });
        }
        assertEquals(sizes, arrived);
        assertEquals(0, wrongBytes.get());
    }

    @Test
    void aSenderThatAStuckConsumerHoldsIsFreedWithTheTopic() throws BusException, InterruptedException {
        CountDownLatch stuck = new CountDownLatch(1);
        Map<SendOutcome, Long> outcomes = new EnumMap<>(SendOutcome.class);
        AtomicLong sends = new AtomicLong();
        AtomicLong answers = new AtomicLong();
        try (MessageBus bus = connect()) {
            bus.createTopic(TOPIC);
            consume(bus, delivery -> {
                try {
                    stuck.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            SendListener listener = (token, outcome) -> {
                outcomes.merge(outcome, 1L, Long::sum);
                answers.incrementAndGet();
            };
            Thread sender = new Thread(() -> flood(bus, listener, sends));
            sender.start();
            await(() -> standsStill(sends));
            assertEquals(sends.get() - 1, answers.get(), "the last send is under way");
            Thread deleting = new Thread(() -> delete(bus));
            deleting.start();
            sender.join(BOUND_MS);
            assertFalse(sender.isAlive(), "the sender still waits");
            stuck.countDown();
            deleting.join(BOUND_MS);
            assertFalse(deleting.isAlive());
        }
        assertEquals(sends.get(), answers.get());
        assertEquals(1, outcomes.get(SendOutcome.REJECTED), "the send after the end");
        // The flusher may have been the one whose write was cut off; then the sender had not begun.
        assertTrue(outcomes.getOrDefault(SendOutcome.UNKNOWN, 0L) <= 1, outcomes::toString);
    }

    private static boolean standsStill(AtomicLong sends) {
        long before = sends.get();
        LockSupport.parkNanos(300_000_000);
        return before > 0 && sends.get() == before;
    }

    private static void flood(MessageBus bus, SendListener outcomes, AtomicLong sends) {
        boolean[] rejected = {false};
        try (Producer producer = bus.openProducer(new ProducerSpec(TOPIC, 0, 10), (token, outcome) -> {
            outcomes.onOutcome(token, outcome);
            rejected[0] |= outcome == SendOutcome.REJECTED;
        })) {
            while (!rejected[0]) {
                producer.send(new byte[64 << 10], null, 0, sends.incrementAndGet());
            }
        } catch (BusException e) {
            throw new AssertionError(e);
        }
    }

    private static void delete(MessageBus bus) {
        try {
            bus.deleteTopic(TOPIC);
        } catch (BusException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void sendingAllocatesNothing() throws BusException {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] payload = new byte[100];
        AtomicLong arrived = new AtomicLong();
        try (MessageBus bus = connect()) {
            bus.createTopic(TOPIC);
            consume(bus, delivery -> arrived.incrementAndGet());
            Producer producer = bus.openProducer(new ProducerSpec(TOPIC, 0, 10), (token, outcome) -> {});
            send(producer, payload, 20_000);
            long before = threads.getCurrentThreadAllocatedBytes();
            send(producer, payload, 500_000);
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            assertTrue(allocated < 50_000, "bytes allocated: " + allocated);
            await(() -> arrived.get() == 520_000);
        }
    }

    private static void send(Producer producer, byte[] payload, int count) {
        for (int i = 0; i < count; i++) {
            producer.send(payload, null, 0, i);
        }
    }

    @Test
    void everyMessageOfTheEngineIsAccountedFor() throws BusException {
        RawTcpAdapter adapter = new RawTcpAdapter();
        DisturbanceLog disturbances = new DisturbanceLog();
        for (Rate rate : List.of(Rate.MAX, new Rate(3_000))) {
            try (MessageBus bus = adapter.connect(BusSettings.NONE, disturbances)) {
                TrafficReport report = new TrafficRun(
                                bus, adapter.capabilities(), workload(rate), 7, Clock.SYSTEM, disturbances)
                        .run();
                assertTrue(
                        report.judgement().verdict() != Verdict.INVALID,
                        () -> report.judgement().toString());
                assertTrue(report.ledger().attempted() > 0);
                assertEquals(report.ledger().attempted(), report.ledger().delivered());
                assertEquals(0, report.ledger().lost());
            }
        }
        assertEquals(List.of(), disturbances.lines());
    }

    private static Workload workload(Rate rate) {
        return new Workload(
                "test",
                Shape.FAN_OUT,
                new DataSize(100),
                Body.RANDOM,
                1,
                3,
                new Keys(Keys.Kind.ROUND_ROBIN, 0),
                2,
                2,
                2,
                Guarantee.FIRE_AND_FORGET,
                rate,
                1000,
                Duration.ofMillis(50),
                Duration.ofMillis(50),
                Duration.ofMillis(300),
                Map.of());
    }
}
