package org.busmark.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.busmark.broker.BrokerException;
import org.busmark.bus.BusException;
import org.busmark.bus.BusFacts;
import org.busmark.bus.BusSettings;
import org.busmark.bus.Consumer;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.Delivery;
import org.busmark.bus.Disturbance;
import org.busmark.bus.Guarantee;
import org.busmark.bus.MessageBus;
import org.busmark.bus.MessageListener;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendOutcome;
import org.busmark.bus.TopicSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is Kafka's own beyond the contract, on a real broker. */
final class KafkaBusTest {
    private static final AtomicInteger TOPICS = new AtomicInteger();
    private static final Duration BOUND = Duration.ofSeconds(60);

    @SuppressWarnings("NullAway.Init") // by start()
    private static PrivateKafka kafka;

    private static final MessageListener NOBODY = delivery -> {};

    private final Queue<String> disturbances = new ConcurrentLinkedQueue<>();
    private final Map<Long, SendOutcome> outcomes = new ConcurrentHashMap<>();
    private final MessageBus bus;

    KafkaBusTest() throws BusException {
        bus = new KafkaAdapter()
                .connect(
                        new BusSettings(kafka.broker().connection(), Map.of()),
                        (kind, detail) -> disturbances.add(kind + ": " + detail));
    }

    @BeforeAll
    static void start() throws BrokerException, IOException {
        kafka = PrivateKafka.start();
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @AfterAll
    static void stop() throws IOException {
        kafka.close();
    }

    @Test
    void refusesWhatIsTooLargeOrHasNoSuchPartition() throws BusException {
        Producer producer = producer(topic(2, Guarantee.ACKNOWLEDGED));
        producer.send(new byte[2 * StatedChoices.MAX_MESSAGE_BYTES], null, 0, 1);
        producer.send(new byte[32], null, 2, 2);
        producer.send(new byte[32], null, -2, 3);
        producer.send(new byte[32], null, 1, 4);
        producer.close();
        producer.send(new byte[32], null, 1, 5);
        assertEquals(
                Map.of(
                        1L, SendOutcome.REJECTED,
                        2L, SendOutcome.REJECTED,
                        3L, SendOutcome.REJECTED,
                        4L, SendOutcome.ACKNOWLEDGED,
                        5L, SendOutcome.REJECTED),
                outcomes);
    }

    @Test
    void interruptedSenderIsRefusedAndStaysInterrupted() throws BusException {
        Producer producer = producer(topic(1, Guarantee.ACKNOWLEDGED));
        byte[] payload = new byte[StatedChoices.MAX_MESSAGE_BYTES];
        Thread.currentThread().interrupt();
        // Memory for so many does not come free while the thread waits, which it does not do when interrupted.
        for (long token = 0; token < 500 && !outcomes.containsValue(SendOutcome.REJECTED); token++) {
            producer.send(payload, null, 0, token);
        }
        assertTrue(Thread.interrupted(), "the interrupt was swallowed");
        producer.close();
        assertTrue(outcomes.containsValue(SendOutcome.REJECTED), () -> "outcomes: " + outcomes.values());
        assertEquals(List.of(), List.copyOf(disturbances));
    }

    @Test
    void outcomeIsHandedOverWhereNothingIsPromised() throws BusException {
        Producer producer = producer(topic(1, Guarantee.FIRE_AND_FORGET));
        producer.send(new byte[32], null, Producer.ANY_PARTITION, 1);
        producer.close();
        assertEquals(Map.of(1L, SendOutcome.HANDED_OVER), outcomes);
    }

    /** The first member is closed in the middle of a batch; the second one gets the rest and nothing again. */
    @Test
    void nextMemberGoesOnWhereTheListenerStopped() throws BusException, InterruptedException {
        TopicSpec topic = topic(2, Guarantee.ACKNOWLEDGED);
        Producer producer = producer(topic);
        for (int i = 0; i < 500; i++) {
            producer.send(ByteBuffer.allocate(32).putInt(i).array(), null, i % 2, i);
        }
        producer.close();

        Queue<Integer> first = new ConcurrentLinkedQueue<>();
        CountDownLatch some = new CountDownLatch(20);
        CountDownLatch closing = new CountDownLatch(1);
        Consumer consumer = bus.openConsumer(member(topic, 0, 1), delivery -> {
            first.add(number(delivery));
            some.countDown();
            if (some.getCount() == 0) {
                awaitQuietly(closing);
            }
        });
        assertTrue(some.await(BOUND.toSeconds(), TimeUnit.SECONDS), "20 messages");
        Thread closer = new Thread(consumer::close, "closer");
        closer.start();
        await(() -> closer.getState() == Thread.State.WAITING);
        closing.countDown();
        closer.join();
        assertTrue(first.size() < 500, () -> "the whole batch was listened to: " + first.size());

        Queue<Integer> second = new ConcurrentLinkedQueue<>();
        bus.openConsumer(member(topic, 0, 1), delivery -> second.add(number(delivery)));
        await(() -> first.size() + second.size() >= 500);
        bus.close();
        first.addAll(second);
        assertEquals(
                IntStream.range(0, 500).boxed().toList(),
                first.stream().sorted().toList());
    }

    @Test
    void memberThatComesLaterIsADisturbanceForTheFirst() throws BusException {
        TopicSpec topic = topic(2, Guarantee.ACKNOWLEDGED);
        bus.openConsumer(member(topic, 0, 2), NOBODY);
        assertEquals(List.of(), List.copyOf(disturbances), "the first assignment is no disturbance");
        bus.openConsumer(member(topic, 1, 2), NOBODY);
        await(() -> !disturbances.isEmpty());
        assertTrue(disturbances.peek().startsWith(Disturbance.REBALANCE + ": consumer 0"), disturbances::toString);
    }

    @Test
    void closingIsNoDisturbance() throws BusException {
        TopicSpec topic = topic(2, Guarantee.ACKNOWLEDGED);
        bus.openConsumer(member(topic, 0, 1), NOBODY).close();
        assertEquals(List.of(), List.copyOf(disturbances));
    }

    /** A leader that metadata names before it serves would drop these, and nobody would be told. */
    @Test
    void freshTopicTakesWhatNobodyAnswersFor() throws BusException {
        for (int round = 0; round < 20; round++) {
            TopicSpec topic = topic(8, Guarantee.FIRE_AND_FORGET);
            Producer producer = producer(topic);
            for (int partition = 0; partition < 8; partition++) {
                producer.send(new byte[32], null, partition, partition);
            }
            producer.close();
            AtomicInteger received = new AtomicInteger();
            bus.openConsumer(member(topic, 0, 1), delivery -> received.incrementAndGet());
            await(() -> received.get() == 8);
        }
    }

    @Test
    void consumerThatDiesSaysSoInOneLine() throws BusException {
        TopicSpec topic = topic(1, Guarantee.FIRE_AND_FORGET);
        bus.openConsumer(member(topic, 0, 1), delivery -> {
            throw new IllegalStateException("two\nlines");
        });
        Producer producer = producer(topic);
        producer.send(new byte[32], null, 0, 1);
        await(() -> !disturbances.isEmpty());
        bus.close();
        assertEquals(
                List.of(Disturbance.FAILURE + ": consumer 0 of group readers on topic " + topic.name()
                        + " stopped: IllegalStateException: two lines"),
                List.copyOf(disturbances));
    }

    @Test
    void newGroupProtocolIsOneSettingAway() throws BusException {
        TopicSpec topic = topic(2, Guarantee.ACKNOWLEDGED);
        Producer producer = producer(topic);
        for (int i = 0; i < 10; i++) {
            producer.send(new byte[32], null, i % 2, i);
        }
        AtomicInteger received = new AtomicInteger();
        BusSettings settings = new BusSettings(kafka.broker().connection(), Map.of("group.protocol", "consumer"));
        try (MessageBus newer = new KafkaAdapter().connect(settings, (kind, detail) -> disturbances.add(detail))) {
            newer.openConsumer(member(topic, 0, 1), delivery -> received.incrementAndGet());
            await(() -> received.get() == 10);
        }
        assertEquals(List.of(), List.copyOf(disturbances));
    }

    @Test
    void topicHasWhatItsGuaranteeAsksFor() throws Exception {
        TopicSpec topic = topic(3, Guarantee.FLUSHED);
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        String address = kafka.broker().connection().get("bootstrap.servers");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            Collection<Config> configs =
                    admin.describeConfigs(List.of(resource)).all().get().values();
            for (Config config : configs) {
                assertEquals("1", config.get("flush.messages").value());
                assertEquals("1", config.get("min.insync.replicas").value());
                assertEquals("1114112", config.get("max.message.bytes").value());
            }
            assertEquals(1, configs.size());
        }
    }

    @Test
    void deletedTopicCanBeMadeAnew() throws BusException {
        TopicSpec topic = topic(1, Guarantee.ACKNOWLEDGED);
        Producer producer = producer(topic);
        bus.openConsumer(member(topic, 0, 1), NOBODY);
        bus.deleteTopic(topic);
        producer.send(new byte[32], null, 0, 1);
        assertEquals(Map.of(1L, SendOutcome.REJECTED), outcomes, "the producer went with its topic");
        assertThrows(BusException.class, () -> bus.deleteTopic(topic));
        bus.createTopic(topic);
    }

    @Test
    void factsComeFromTheClientAndTheBroker() throws BusException {
        BusFacts facts = bus.facts();
        assertEquals(KafkaRelease.ofBuild().version(), facts.clientVersion());
        assertEquals(KafkaRelease.ofBuild().version(), facts.brokerVersion());
        assertEquals("1", facts.settings().get("broker.nodes"));
        assertEquals("0", facts.settings().get("broker.group.initial.rebalance.delay.ms"));
        String quorum = String.valueOf(facts.settings().get("broker.metadata.quorum"));
        assertTrue(quorum.matches("KRaft, leader (\\d+) of voters \\1"), quorum);

        Map<String, String> asExternal =
                Map.of("bootstrap.servers", kafka.broker().connection().get("bootstrap.servers"));
        try (MessageBus external =
                new KafkaAdapter().connect(new BusSettings(asExternal, Map.of()), (kind, detail) -> {})) {
            String told = String.valueOf(external.facts().brokerVersion());
            assertTrue(told.matches("metadata\\.version \\d+"), told);
        }
    }

    private TopicSpec topic(int partitions, Guarantee guarantee) throws BusException {
        TopicSpec topic = new TopicSpec("topic-" + TOPICS.incrementAndGet(), partitions, List.of("readers"), guarantee);
        bus.createTopic(topic);
        return topic;
    }

    private Producer producer(TopicSpec topic) throws BusException {
        return bus.openProducer(new ProducerSpec(topic, 0, 1_000), outcomes::put);
    }

    private static ConsumerSpec member(TopicSpec topic, int member, int members) {
        return new ConsumerSpec(topic, "readers", member, members, ConsumerSpec.Start.EARLIEST);
    }

    private static int number(Delivery delivery) {
        return ByteBuffer.wrap(delivery.buffer(), delivery.offset(), delivery.length())
                .getInt();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertTrue(latch.await(BOUND.toSeconds(), TimeUnit.SECONDS), "latch");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long startNs = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() - startNs < BOUND.toNanos(), "condition did not hold in time");
            LockSupport.parkNanos(1_000_000);
        }
    }
}
