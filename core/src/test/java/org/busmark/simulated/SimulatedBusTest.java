package org.busmark.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.busmark.bus.BusException;
import org.busmark.bus.BusSettings;
import org.busmark.bus.Consumer;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.Delivery;
import org.busmark.bus.Guarantee;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendOutcome;
import org.busmark.bus.TopicSpec;
import org.busmark.wire.Body;
import org.busmark.wire.MessageWriter;
import org.junit.jupiter.api.Test;

/** Each fate, through the SPI alone: what was received, what was told, and what the bus says that it did. */
class SimulatedBusTest {
    private static final int MESSAGES = 2_000;
    private static final int BYTES = 48;
    private static final long PATIENCE_NS = 30_000_000_000L;

    private record Arrival(int sequence, int partition, boolean redelivered, boolean intact) {}

    /** Sends numbered messages and keeps what comes of them. */
    private static final class Exchange implements AutoCloseable {
        private final SimulatedBus bus;
        private final TopicSpec topic;
        private final Producer producer;
        private final List<Consumer> consumers = new ArrayList<>();
        private final List<Arrival> arrivals = Collections.synchronizedList(new ArrayList<>());
        private final Map<SendOutcome, Integer> outcomes =
                Collections.synchronizedMap(new EnumMap<>(SendOutcome.class));

        Exchange(Guarantee guarantee, int partitions, Map<String, String> script) throws BusException {
            bus = new SimulatedAdapter().connect(new BusSettings(Map.of(), script), (kind, detail) -> {});
            topic = new TopicSpec("topic", partitions, List.of("group"), guarantee);
            bus.createTopic(topic);
            producer = bus.openProducer(
                    new ProducerSpec(topic, 0, 10_000), (token, outcome) -> outcomes.merge(outcome, 1, Integer::sum));
        }

        Exchange consume() throws BusException {
            consumers.add(
                    bus.openConsumer(new ConsumerSpec(topic, "group", 0, 1, ConsumerSpec.Start.LATEST), this::arrived));
            return this;
        }

        private void arrived(Delivery delivery) {
            byte[] bytes =
                    Arrays.copyOfRange(delivery.buffer(), delivery.offset(), delivery.offset() + delivery.length());
            int sequence = ByteBuffer.wrap(bytes).getInt();
            arrivals.add(new Arrival(
                    sequence, delivery.partition(), delivery.redelivered(), Arrays.equals(bytes, payload(sequence))));
        }

        Exchange send(int count) {
            for (int sequence = 0; sequence < count; sequence++) {
                producer.send(payload(sequence), null, sequence % topic.partitions(), sequence);
            }
            return this;
        }

        Exchange awaitDelivered(long count) {
            await(() -> bus.truth().count(Count.DELIVERED) >= count && arrivals.size() >= count);
            return this;
        }

        int outcomes(SendOutcome outcome) {
            return outcomes.getOrDefault(outcome, 0);
        }

        long count(Count what) {
            return bus.truth().count(what);
        }

        List<Arrival> arrivals() {
            return List.copyOf(arrivals);
        }

        @Override
        public void close() {
            producer.close();
            bus.close();
        }
    }

    /** Never a probe: the bit that marks one is 0. The number stands in it twice, so that no flip goes unseen. */
    private static byte[] payload(int sequence) {
        byte[] bytes = new byte[BYTES];
        ByteBuffer.wrap(bytes).putInt(sequence).putInt(24, ~sequence);
        return bytes;
    }

    private static void await(BooleanSupplier condition) {
        long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() - deadlineNs < 0, "nothing came of it within 30 s");
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static long fates(Map<String, String> script, Fate fate) {
        Script parsed = ScriptText.parse(script);
        long count = 0;
        for (int sequence = 0; sequence < MESSAGES; sequence++) {
            count += parsed.fate(0, sequence) == fate ? 1 : 0;
        }
        assertTrue(count > 0, "the script does nothing");
        return count;
    }

    private static boolean isAscending(List<Arrival> arrivals) {
        for (int i = 1; i < arrivals.size(); i++) {
            if (arrivals.get(i).sequence() <= arrivals.get(i - 1).sequence()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void deliversEverythingOnceInOrderThoughDelaysDiffer() throws BusException {
        Map<String, String> script = Map.of("delay", "uniform 0 ms .. 20 ms");
        try (Exchange exchange = new Exchange(Guarantee.PERSISTED, 1, script).consume()) {
            exchange.send(MESSAGES).awaitDelivered(MESSAGES);
            assertTrue(isAscending(exchange.arrivals()));
            assertTrue(exchange.arrivals().stream().allMatch(Arrival::intact));
            assertEquals(MESSAGES, exchange.outcomes(SendOutcome.ACKNOWLEDGED));
            assertEquals(MESSAGES, exchange.count(Count.ACKNOWLEDGED));
            assertTrue(exchange.count(Count.HELD_BY_ORDER) > 0);
            assertEquals(0, exchange.count(Count.OUT_OF_ORDER_WITHIN));
        }
    }

    @Test
    void losesWhatItAcknowledged() throws BusException {
        Map<String, String> script = Map.of("loss", "0.1");
        long lost = fates(script, Fate.LOST);
        try (Exchange exchange = new Exchange(Guarantee.PERSISTED, 1, script).consume()) {
            exchange.send(MESSAGES).awaitDelivered(MESSAGES - lost);
            assertEquals(MESSAGES, exchange.outcomes(SendOutcome.ACKNOWLEDGED));
            assertEquals(lost, exchange.count(Count.LOST));
            Script parsed = ScriptText.parse(script);
            BitSet arrived = new BitSet();
            exchange.arrivals().forEach(arrival -> arrived.set(arrival.sequence()));
            for (int sequence = 0; sequence < MESSAGES; sequence++) {
                assertEquals(parsed.fate(0, sequence) != Fate.LOST, arrived.get(sequence), "message " + sequence);
            }
        }
    }

    @Test
    void repeatsWithAndWithoutAFlag() throws BusException {
        Map<String, String> script = Map.of("flagged-duplicates", "0.1", "unflagged-duplicates", "0.05");
        long flagged = fates(script, Fate.REPEATED_FLAGGED);
        long unflagged = fates(script, Fate.REPEATED_UNFLAGGED);
        try (Exchange exchange = new Exchange(Guarantee.ACKNOWLEDGED, 1, script).consume()) {
            exchange.send(MESSAGES).awaitDelivered(MESSAGES + flagged + unflagged);
            assertEquals(
                    flagged,
                    exchange.arrivals().stream().filter(Arrival::redelivered).count());
            assertEquals(flagged, exchange.count(Count.REPEATED_FLAGGED));
            assertEquals(unflagged, exchange.count(Count.REPEATED_UNFLAGGED));
            assertEquals(
                    MESSAGES,
                    exchange.arrivals().stream()
                            .mapToInt(Arrival::sequence)
                            .distinct()
                            .count());
        }
    }

    @Test
    void flipsOneBit() throws BusException {
        Map<String, String> script = Map.of("corruption", "0.1");
        long corrupted = fates(script, Fate.CORRUPTED);
        try (Exchange exchange = new Exchange(Guarantee.FIRE_AND_FORGET, 1, script).consume()) {
            exchange.send(MESSAGES).awaitDelivered(MESSAGES);
            assertEquals(
                    corrupted,
                    exchange.arrivals().stream()
                            .filter(arrival -> !arrival.intact())
                            .count());
            assertEquals(corrupted, exchange.count(Count.CORRUPTED));
        }
    }

    @Test
    void rejectsAndDoesNotDeliver() throws BusException {
        Map<String, String> script = Map.of("rejection", "0.1");
        long rejected = fates(script, Fate.REJECTED);
        try (Exchange exchange = new Exchange(Guarantee.PERSISTED, 1, script).consume()) {
            exchange.send(MESSAGES).awaitDelivered(MESSAGES - rejected);
            assertEquals(rejected, exchange.outcomes(SendOutcome.REJECTED));
            assertEquals(MESSAGES - rejected, exchange.outcomes(SendOutcome.ACKNOWLEDGED));
            assertEquals(rejected, exchange.count(Count.REJECTED));
        }
    }

    @Test
    void losesAcknowledgementsOfWhatItDelivers() throws BusException {
        Map<String, String> script = Map.of("lost-acks", "0.1", "ack-delay", "2 ms");
        try (Exchange exchange = new Exchange(Guarantee.ACKNOWLEDGED, 1, script).consume()) {
            exchange.send(MESSAGES).awaitDelivered(MESSAGES);
            exchange.producer.close();
            long unknown = exchange.outcomes(SendOutcome.UNKNOWN);
            assertTrue(unknown > 0);
            assertEquals(unknown, exchange.count(Count.ACKS_LOST));
            assertEquals(MESSAGES - unknown, exchange.outcomes(SendOutcome.ACKNOWLEDGED));
        }
    }

    @Test
    void letsLaterMessagesOfThePartitionPass() throws BusException {
        Map<String, String> script = Map.of("reorder-within", "0.02", "held-back", "20 ms");
        try (Exchange exchange = new Exchange(Guarantee.FIRE_AND_FORGET, 1, script).consume()) {
            exchange.send(MESSAGES).awaitDelivered(MESSAGES);
            int latest = -1;
            int behind = 0;
            for (Arrival arrival : exchange.arrivals()) {
                behind += arrival.sequence() < latest ? 1 : 0;
                latest = Math.max(latest, arrival.sequence());
            }
            assertTrue(behind > 0);
            assertEquals(behind, exchange.count(Count.OUT_OF_ORDER_WITHIN));
        }
    }

    @Test
    void letsOtherPartitionsPassAndKeepsOrderWithin() throws BusException {
        Map<String, String> script = Map.of("reorder-across", "0.02", "held-back", "20 ms");
        try (Exchange exchange = new Exchange(Guarantee.FIRE_AND_FORGET, 4, script).consume()) {
            exchange.send(MESSAGES).awaitDelivered(MESSAGES);
            assertFalse(isAscending(exchange.arrivals()));
            assertTrue(exchange.count(Count.OUT_OF_ORDER_ACROSS) > 0);
            assertEquals(0, exchange.count(Count.OUT_OF_ORDER_WITHIN));
            for (int partition = 0; partition < 4; partition++) {
                int wanted = partition;
                assertTrue(isAscending(exchange.arrivals().stream()
                        .filter(arrival -> arrival.partition() == wanted)
                        .toList()));
            }
        }
    }

    @Test
    void holdsSendsAndDeliveriesWhileItStalls() throws BusException {
        long stallNs = 200_000_000;
        Map<String, String> script = Map.of("delay", "1 ms", "stall", "200 ms at 0 s");
        try (Exchange exchange = new Exchange(Guarantee.FIRE_AND_FORGET, 1, script).consume()) {
            exchange.send(2).awaitDelivered(2);
            Instants instants = exchange.bus.instants(0);
            long beganNs = instants.enteredNs(0);
            assertTrue(instants.enteredNs(1) - beganNs >= stallNs);
            assertTrue(instants.deliveredNs(0) - beganNs >= stallNs);
        }
    }

    @Test
    void takesNoMoreThanItsCeilingAndServesNoFasterThanItsTime() throws BusException {
        Map<String, String> script = Map.of("ceiling", "1000/s", "service-time", "2 ms");
        try (Exchange exchange = new Exchange(Guarantee.FIRE_AND_FORGET, 1, script).consume()) {
            exchange.send(100).awaitDelivered(100);
            Instants instants = exchange.bus.instants(0);
            long beganNs = instants.enteredNs(0);
            assertTrue(instants.enteredNs(99) - beganNs >= 98_000_000L);
            assertTrue(instants.deliveredNs(99) - beganNs >= 198_000_000L);
        }
    }

    @Test
    void probesMeetNoFateAndAreNotCounted() throws BusException {
        Map<String, String> script = Map.of("loss", "1", "stall", "10 s at 0 s");
        try (Exchange exchange = new Exchange(Guarantee.PERSISTED, 1, script).consume()) {
            MessageWriter writer = new MessageWriter(1, 0, BYTES, Body.RANDOM, 1);
            for (int probe = 1; probe <= 10; probe++) {
                exchange.producer.send(writer.writeProbe(probe), null, 0, -probe);
            }
            await(() -> exchange.arrivals.size() == 10);
            assertEquals(10, exchange.outcomes(SendOutcome.ACKNOWLEDGED));
            assertEquals(0, exchange.count(Count.SENT));
            assertEquals(0, exchange.count(Count.DELIVERED));
            assertEquals(0, exchange.bus.instants(0).sends());
        }
    }

    @Test
    void refusesWhatNobodyWouldReceiveOnlyWhereSomethingIsPromised() throws BusException {
        try (Exchange promised = new Exchange(Guarantee.PERSISTED, 1, Map.of())) {
            promised.send(3);
            assertEquals(3, promised.outcomes(SendOutcome.REJECTED));
        }
        try (Exchange forgotten = new Exchange(Guarantee.FIRE_AND_FORGET, 1, Map.of())) {
            forgotten.send(3);
            assertEquals(3, forgotten.outcomes(SendOutcome.HANDED_OVER));
        }
    }

    @Test
    void closingTellsWhatIsStillDue() throws BusException {
        Map<String, String> script = Map.of("ack-delay", "20 s");
        try (Exchange exchange = new Exchange(Guarantee.PERSISTED, 1, script).consume()) {
            exchange.send(5);
            exchange.bus.close();
            assertEquals(5, exchange.outcomes(SendOutcome.UNKNOWN));
        }
    }

    @Test
    void aListenerThatThrowsIsAFailure() throws BusException {
        List<String> disturbances = Collections.synchronizedList(new ArrayList<>());
        try (SimulatedBus bus = new SimulatedAdapter()
                .connect(BusSettings.NONE, (kind, detail) -> disturbances.add(kind + ": " + detail))) {
            TopicSpec topic = new TopicSpec("topic", 1, List.of("group"), Guarantee.FIRE_AND_FORGET);
            bus.createTopic(topic);
            bus.openConsumer(new ConsumerSpec(topic, "group", 0, 1, ConsumerSpec.Start.LATEST), delivery -> {
                throw new IllegalStateException("no");
            });
            try (Producer producer = bus.openProducer(new ProducerSpec(topic, 0, 1), (token, outcome) -> {})) {
                producer.send(payload(1), null, 0, 1);
                await(() -> disturbances.size() == 1);
            }
            assertTrue(disturbances.get(0).startsWith("FAILURE: "), disturbances::toString);
        }
    }

    @Test
    void namesASettingThatItDoesNotUnderstand() {
        BusSettings settings = new BusSettings(Map.of(), Map.of("loss", "often"));
        BusException refused =
                assertThrows(BusException.class, () -> new SimulatedAdapter().connect(settings, (kind, detail) -> {}));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("simulated: loss is 'often'"), refused::toString);
    }
}
