package org.busmark.zeromq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.BusException;
import org.busmark.bus.BusSettings;
import org.busmark.bus.Consumer;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.Guarantee;
import org.busmark.bus.MessageBus;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendOutcome;
import org.busmark.bus.TopicSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ZeroMqBusTest {
    private static final TopicSpec QUEUE = new TopicSpec("queue", 1, List.of("one"), Guarantee.FIRE_AND_FORGET);
    private static final TopicSpec FAN_OUT =
            new TopicSpec("fan-out", 1, List.of("one", "two"), Guarantee.FIRE_AND_FORGET);

    private final LinkedBlockingQueue<String> disturbances = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<SendOutcome> outcomes = new LinkedBlockingQueue<>();
    private final ExecutorService otherThread = Executors.newSingleThreadExecutor();

    @AfterEach
    void endOtherThread() {
        otherThread.shutdownNow();
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertTrue(ServiceLoader.load(BusAdapter.class).stream()
                .anyMatch(provider -> provider.type() == ZeroMqAdapter.class));
    }

    @Test
    void refusesAConnection() {
        BusSettings settings = new BusSettings(Map.of("address", "tcp://127.0.0.1:1"), Map.of());
        assertThrows(BusException.class, () -> new ZeroMqAdapter().connect(settings, (kind, detail) -> {}));
    }

    @Test
    void tellsTheClientsOwnVersion() throws BusException {
        try (MessageBus bus = connect(Map.of())) {
            assertTrue(bus.facts().clientVersion().matches("\\d+\\.\\d+\\.\\d+.*"), bus.facts()::toString);
        }
    }

    @Test
    void aSecondGroupIsRefusedWhereOnlyOneWasNamed() throws BusException {
        try (MessageBus bus = connect(Map.of())) {
            bus.createTopic(QUEUE);
            assertThrows(BusException.class, () -> bus.openConsumer(member(QUEUE, "two", 0, 1), delivery -> {}));
        }
    }

    @Test
    void aSubscribingGroupCannotHaveMoreMembersThanPartitions() throws BusException {
        try (MessageBus bus = connect(Map.of())) {
            bus.createTopic(FAN_OUT);
            assertThrows(BusException.class, () -> bus.openConsumer(member(FAN_OUT, "one", 0, 2), delivery -> {}));
        }
    }

    @Test
    void aMemberIsOpenOnceAndMayComeBack() throws BusException {
        try (MessageBus bus = connect(Map.of())) {
            bus.createTopic(QUEUE);
            ConsumerSpec member = member(QUEUE, "one", 0, 1);
            Consumer first = bus.openConsumer(member, delivery -> {});
            assertThrows(BusException.class, () -> bus.openConsumer(member, delivery -> {}));
            first.close();
            bus.openConsumer(member, delivery -> {}).close();
        }
    }

    @Test
    void aTopicThatIsNotThereIsRefused() throws BusException {
        try (MessageBus bus = connect(Map.of())) {
            assertThrows(BusException.class, () -> openProducer(bus, QUEUE));
            assertThrows(BusException.class, () -> bus.openConsumer(member(QUEUE, "one", 0, 1), delivery -> {}));
            assertThrows(BusException.class, () -> bus.deleteTopic(QUEUE));
        }
    }

    @Test
    void aClosedBusRefusesEverything() throws BusException {
        MessageBus bus = connect(Map.of());
        bus.close();
        assertThrows(BusException.class, () -> bus.createTopic(QUEUE));
    }

    @Test
    void aSendWithoutAConsumerIsRejectedAfterItsTimeout() throws BusException {
        try (MessageBus bus = connect(Map.of("sndtimeo.ms", "150"))) {
            bus.createTopic(QUEUE);
            openProducer(bus, QUEUE).send(new byte[32], null, 0, 1);
            assertEquals(SendOutcome.REJECTED, outcomes.poll());
        }
    }

    @Test
    void whatCannotBeSentIsRejected() throws BusException {
        try (MessageBus bus = connect(Map.of())) {
            bus.createTopic(QUEUE);
            Producer producer = openProducer(bus, QUEUE);
            producer.send(new byte[32], null, 1, 1);
            producer.send(new byte[ZeroMqProducer.MAX_MESSAGE_BYTES + 1], null, 0, 2);
            producer.close();
            producer.send(new byte[32], null, 0, 3);
            assertEquals(
                    List.of(SendOutcome.REJECTED, SendOutcome.REJECTED, SendOutcome.REJECTED), List.copyOf(outcomes));
        }
    }

    @Test
    void pubDropsWhereNodropBlocks() throws BusException {
        try (MessageBus bus = connect(Map.of("sndtimeo.ms", "0"))) {
            bus.createTopic(FAN_OUT);
            openProducer(bus, FAN_OUT).send(new byte[32], null, 0, 1);
            assertEquals(SendOutcome.HANDED_OVER, outcomes.poll(), "nobody subscribed");
        }
        assertTrue(sendUntilRejected(Map.of("xpub.nodrop", "true")), "no send was refused");
        assertTrue(!sendUntilRejected(Map.of()), "a send was refused");
    }

    /** Whether a send was refused while the only subscriber is stuck in its first message. */
    private boolean sendUntilRejected(Map<String, String> nodrop) throws BusException {
        Map<String, String> tight = new HashMap<>(nodrop);
        tight.putAll(Map.of("sndhwm", "10", "rcvhwm", "10", "rcvbuf", "4096", "sndtimeo.ms", "0"));
        CountDownLatch received = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        outcomes.clear();
        try (MessageBus bus = connect(tight)) {
            bus.createTopic(FAN_OUT);
            bus.openConsumer(member(FAN_OUT, "one", 0, 1), delivery -> {
                received.countDown();
                awaitQuietly(release);
            });
            Producer producer = openProducer(bus, FAN_OUT);
            while (received.getCount() > 0) {
                producer.send(new byte[32], null, 0, 0);
            }
            outcomes.clear();
            for (int i = 0; i < 5_000; i++) {
                producer.send(new byte[4_096], null, 0, i);
            }
            release.countDown();
        }
        return outcomes.contains(SendOutcome.REJECTED);
    }

    @Test
    void aConsumerFindsProducersThatCameBeforeAndAfterIt() throws Exception {
        try (MessageBus bus = connect(Map.of())) {
            bus.createTopic(QUEUE);
            LinkedBlockingQueue<Integer> lengths = new LinkedBlockingQueue<>();
            Producer before = openProducer(bus, QUEUE);
            bus.openConsumer(member(QUEUE, "one", 0, 1), delivery -> lengths.add(delivery.length()));
            before.send(new byte[40], null, 0, 1);
            assertEquals(40, lengths.poll(30, TimeUnit.SECONDS));
            Producer after = openProducer(bus, QUEUE);
            after.send(new byte[50], null, 0, 2);
            assertEquals(50, lengths.poll(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void aBusClosesUnderAProducerThatSomebodyForgot() throws Exception {
        MessageBus bus = connect(Map.of());
        bus.createTopic(QUEUE);
        Producer forgotten = otherThread.submit(() -> openProducer(bus, QUEUE)).get();
        bus.close();
        assertEquals(List.of(), List.copyOf(disturbances));
        forgotten.send(new byte[32], null, 0, 1);
        assertEquals(SendOutcome.REJECTED, outcomes.poll());
    }

    @Test
    void aBusClosesUnderASendThatBlocks() throws Exception {
        MessageBus bus = connect(Map.of());
        bus.createTopic(QUEUE);
        CountDownLatch opened = new CountDownLatch(1);
        Future<?> blocked = otherThread.submit(() -> {
            Producer producer = openProducer(bus, QUEUE);
            opened.countDown();
            producer.send(new byte[32], null, 0, 1);
            return producer;
        });
        opened.await();
        bus.close();
        blocked.get(10, TimeUnit.SECONDS);
        assertEquals(List.of(), List.copyOf(disturbances));
        assertEquals(SendOutcome.REJECTED, outcomes.poll());
    }

    @Test
    void aListenerThatThrowsStopsItsConsumerAndIsReported() throws Exception {
        try (MessageBus bus = connect(Map.of())) {
            bus.createTopic(QUEUE);
            bus.openConsumer(member(QUEUE, "one", 0, 1), delivery -> {
                throw new IllegalStateException("listener broke");
            });
            openProducer(bus, QUEUE).send(new byte[32], null, 0, 1);
            String reported = disturbances.poll(30, TimeUnit.SECONDS);
            assertTrue(String.valueOf(reported).contains("listener broke"), () -> "reported: " + reported);
        }
    }

    /** A connection that is given up for mute stays the producer's for a moment, and would swallow what is sent at once. */
    @Test
    void theFirstMessageOfManyFreshConnectionsArrives() throws Exception {
        for (int i = 0; i < 100; i++) {
            try (MessageBus bus = connect(Map.of())) {
                bus.createTopic(QUEUE);
                CountDownLatch arrived = new CountDownLatch(1);
                Producer producer = openProducer(bus, QUEUE);
                bus.openConsumer(member(QUEUE, "one", 0, 1), delivery -> arrived.countDown());
                producer.send(new byte[32], null, 0, 1);
                assertTrue(arrived.await(10, TimeUnit.SECONDS), "connection " + i + " lost its first message");
            }
        }
    }

    /** JeroMQ 0.6.0 leaves some of a hundred fresh connections mute; each must speak all the same. */
    @Test
    void everyOneOfManyFreshConnectionsDelivers() throws Exception {
        try (MessageBus bus = connect(Map.of())) {
            for (int i = 0; i < 200; i++) {
                TopicSpec topic = new TopicSpec("fresh-" + i, 1, List.of("one"), Guarantee.FIRE_AND_FORGET);
                bus.createTopic(topic);
                CountDownLatch arrived = new CountDownLatch(1);
                Consumer consumer = bus.openConsumer(member(topic, "one", 0, 1), delivery -> arrived.countDown());
                Producer producer = openProducer(bus, topic);
                for (int tries = 0; tries < 400 && arrived.getCount() > 0; tries++) {
                    producer.send(new byte[32], null, 0, tries);
                    arrived.await(25, TimeUnit.MILLISECONDS);
                }
                assertEquals(0, arrived.getCount(), "connection " + i + " is mute");
                producer.close();
                consumer.close();
                bus.deleteTopic(topic);
            }
        }
    }

    private MessageBus connect(Map<String, String> client) throws BusException {
        return new ZeroMqAdapter()
                .connect(new BusSettings(Map.of(), client), (kind, detail) -> disturbances.add(kind + " " + detail));
    }

    private Producer openProducer(MessageBus bus, TopicSpec topic) throws BusException {
        return bus.openProducer(new ProducerSpec(topic, 0, 1_000), (token, outcome) -> outcomes.add(outcome));
    }

    private static ConsumerSpec member(TopicSpec topic, String group, int member, int members) {
        return new ConsumerSpec(topic, group, member, members, ConsumerSpec.Start.LATEST);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
