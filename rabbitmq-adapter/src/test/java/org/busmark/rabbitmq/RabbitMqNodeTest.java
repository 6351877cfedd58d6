package org.busmark.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.busmark.broker.BrokerException;
import org.busmark.bus.BusException;
import org.busmark.bus.BusFacts;
import org.busmark.bus.BusSettings;
import org.busmark.bus.Consumer;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.Guarantee;
import org.busmark.bus.MessageBus;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendOutcome;
import org.busmark.bus.TopicSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What RabbitMQ does beyond the contract of every bus, on one real node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RabbitMqNodeTest {
    private static final int SENDS = 500;

    private PrivateNode node;
    private final List<String> disturbances = new ArrayList<>();

    @BeforeAll
    void startNode(@TempDir Path folder) throws Exception {
        node = PrivateNode.start(folder, PrivateNode.installed());
    }

    @AfterAll
    void stopNode() {
        node.close();
    }

    private MessageBus connect(Map<String, String> tuning) throws BusException {
        return connect(node.broker().connection(), tuning);
    }

    private MessageBus connect(Map<String, String> connection, Map<String, String> tuning) throws BusException {
        return new RabbitMqAdapter().connect(new BusSettings(connection, tuning), (kind, detail) -> {
            synchronized (disturbances) {
                disturbances.add(kind + " " + detail);
            }
        });
    }

    @Test
    void aTopicThatNobodyReadsRejectsEachSendOnce() throws BusException {
        TopicSpec topic = new TopicSpec("unread", 2, List.of(), Guarantee.ACKNOWLEDGED);
        Heard heard = new Heard(SENDS);
        try (MessageBus bus = connect(Map.of())) {
            bus.createTopic(topic);
            send(bus, topic, heard);
            bus.deleteTopic(topic);
        }
        assertEquals(Map.of(SendOutcome.REJECTED, SENDS), heard.counts());
        assertEquals(0, heard.repeated());
    }

    @Test
    void onlyWhatCannotBeRoutedIsRejected() throws Exception {
        TopicSpec topic = new TopicSpec("half", 2, List.of("g"), Guarantee.PERSISTED);
        Heard heard = new Heard(SENDS);
        try (MessageBus bus = connect(Map.of("confirm.window", "16"))) {
            bus.createTopic(topic);
            onChannel(channel -> channel.queueDelete("half.g.1"));
            send(bus, topic, heard);
            bus.deleteTopic(topic);
        }
        assertEquals(Map.of(SendOutcome.REJECTED, SENDS / 2, SendOutcome.ACKNOWLEDGED, SENDS / 2), heard.counts());
        assertEquals(0, heard.repeated());
    }

    @Test
    void aQueueThatIsFullRejectsByNack() throws Exception {
        TopicSpec topic = new TopicSpec("full", 1, List.of(), Guarantee.ACKNOWLEDGED);
        Heard heard = new Heard(SENDS);
        try (MessageBus bus = connect(Map.of())) {
            bus.createTopic(topic);
            onChannel(channel -> {
                Map<String, Object> bound = new HashMap<>(RabbitMqGuarantees.queueArguments(Guarantee.ACKNOWLEDGED));
                bound.put("x-max-length", 10);
                bound.put("x-overflow", "reject-publish");
                channel.queueDeclare("full.bounded", true, false, false, bound);
                return channel.queueBind("full.bounded", "full", Topology.routingKey(0));
            });
            send(bus, topic, heard);
            onChannel(channel -> channel.queueDelete("full.bounded"));
            bus.deleteTopic(topic);
        }
        assertEquals(SENDS, heard.total());
        assertEquals(0, heard.repeated());
        assertTrue(heard.counts().getOrDefault(SendOutcome.ACKNOWLEDGED, 0) >= 10, heard.counts()::toString);
        assertTrue(heard.counts().getOrDefault(SendOutcome.REJECTED, 0) >= 1, heard.counts()::toString);
    }

    @Test
    void anUnusedPartitionOrATooLargeMessageIsRejectedAndNothingThrows() throws BusException {
        TopicSpec topic = new TopicSpec("limits", 1, List.of("g"), Guarantee.ACKNOWLEDGED);
        Heard heard = new Heard(4);
        try (MessageBus bus = connect(Map.of())) {
            bus.createTopic(topic);
            try (Producer producer = bus.openProducer(new ProducerSpec(topic, 0, 10), heard)) {
                producer.send(new byte[32], null, 1, 0);
                producer.send(new byte[32], null, -2, 1);
                producer.send(new byte[RabbitMqAdapter.MAX_MESSAGE_BYTES + 1], null, 0, 2);
                producer.send(new byte[RabbitMqAdapter.MAX_MESSAGE_BYTES], null, 0, 3);
            }
            bus.deleteTopic(topic);
        }
        assertEquals(Map.of(SendOutcome.REJECTED, 3, SendOutcome.ACKNOWLEDGED, 1), heard.counts());
    }

    @Test
    void factsComeFromClientAndBroker() throws BusException, BrokerException {
        try (MessageBus bus = connect(Map.of("prefetch", "99"))) {
            BusFacts facts = bus.facts();
            assertTrue(facts.clientVersion().matches("5\\.\\d+\\.\\d+"), facts.clientVersion());
            assertEquals(RabbitMqHome.version(PrivateNode.installed().home()), facts.brokerVersion());
            assertEquals("99", facts.settings().get("prefetch"));
            assertEquals("131072", facts.settings().get("connection.frame.max"));
            String platform = String.valueOf(facts.settings().get("broker.platform"));
            assertTrue(platform.matches("Erlang/OTP \\d+.*"), platform);
            assertFalse(facts.toString().contains(node.broker().connection().get("password")));
        }
    }

    @Test
    void aWrongPasswordIsRefusedInTheBrokersWords() {
        Map<String, String> guest = new HashMap<>(node.broker().connection());
        guest.putAll(Map.of("username", "guest", "password", "guest"));
        BusException refused = assertThrows(
                BusException.class,
                () -> new RabbitMqAdapter().connect(new BusSettings(guest, Map.of()), (kind, detail) -> {}));
        assertTrue(refused.toString().contains("ACCESS_REFUSED"), refused.getMessage());
        assertFalse(refused.toString().contains("\n"), refused.getMessage());
    }

    /** What was not listened to before a close goes back, marked, whether or not an acknowledgement was due. */
    @Test
    void aMessageThatWasNotListenedToComesAgainMarked() throws Exception {
        TopicSpec topic = new TopicSpec("again", 1, List.of("g"), Guarantee.ACKNOWLEDGED);
        ConsumerSpec spec = new ConsumerSpec(topic, "g", 0, 1, ConsumerSpec.Start.EARLIEST);
        ConcurrentLinkedQueue<Long> first = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Long> second = new ConcurrentLinkedQueue<>();
        CountDownLatch third = new CountDownLatch(3);
        Semaphore further = new Semaphore(0);
        try (MessageBus bus = connect(Map.of("ack.every", "400", "prefetch", String.valueOf(SENDS)))) {
            bus.createTopic(topic);
            send(bus, topic, new Heard(SENDS));
            Consumer consumer = bus.openConsumer(spec, delivery -> {
                first.add(ByteBuffer.wrap(delivery.buffer()).getLong());
                third.countDown();
                if (third.getCount() == 0) {
                    further.acquireUninterruptibly();
                }
            });
            assertTrue(third.await(60, TimeUnit.SECONDS));
            // a message that the broker had not sent yet when reading ended would come unmarked
            onChannel(channel -> {
                Heard.await(() -> ready(channel, "again.g.0") == 0, "the broker sent all");
                return true;
            });
            Thread closing = new Thread(consumer::close, "closing");
            closing.start();
            Heard.await(() -> closing.getState() == Thread.State.TIMED_WAITING, "close waits for the listener");
            further.release(SENDS);
            closing.join();
            int seen = first.size();
            AtomicInteger marked = new AtomicInteger();
            Consumer next = bus.openConsumer(spec, delivery -> {
                marked.addAndGet(delivery.redelivered() ? 1 : 0);
                second.add(ByteBuffer.wrap(delivery.buffer()).getLong());
            });
            Heard.await(() -> second.size() >= SENDS - seen, "the rest");
            next.close();
            assertEquals(SENDS - seen, marked.get());
            assertEquals(SENDS - seen, second.size());
            assertEquals(Long.valueOf(seen), second.peek(), "goes on where the first one stopped");
            bus.deleteTopic(topic);
        }
    }

    /** With fewer deliveries than an acknowledgement covers, only the idle tick can acknowledge. */
    @Test
    void theTailIsAcknowledgedWhileTheConsumerStaysOpen() throws Exception {
        TopicSpec topic = new TopicSpec("tail", 1, List.of("g"), Guarantee.ACKNOWLEDGED);
        Semaphore delivered = new Semaphore(0);
        try (Relay relay = relay();
                MessageBus reading = connect(Relay.through(relay, node.broker().connection()), Map.of());
                MessageBus bus = connect(Map.of())) {
            bus.createTopic(topic);
            reading.openConsumer(
                    new ConsumerSpec(topic, "g", 0, 1, ConsumerSpec.Start.EARLIEST), delivery -> delivered.release());
            long before = relay.bytesFromClients();
            try (Producer producer = bus.openProducer(new ProducerSpec(topic, 0, 10), new Heard(7))) {
                for (int i = 0; i < 7; i++) {
                    producer.send(new byte[32], null, 0, i);
                }
                assertTrue(delivered.tryAcquire(7, 60, TimeUnit.SECONDS));
            }
            Heard.await(() -> relay.bytesFromClients() > before, "an acknowledgement");
            relay.cut();
            // what is not acknowledged would be in the queue again
            onChannel(channel -> {
                Heard.await(() -> consumers(channel, "tail.g.0") == 0, "the broker saw the cut");
                assertEquals(0, channel.messageCount("tail.g.0"));
                return true;
            });
            bus.deleteTopic(topic);
        }
    }

    /** The wire goes silent, then dead: no confirm came, and nobody knows what became of the sends. */
    @Test
    void aLostConnectionLeavesWhatIsOutstandingUnknownAndSaysSo() throws Exception {
        TopicSpec topic = new TopicSpec("lost", 1, List.of("g"), Guarantee.PERSISTED);
        Heard heard = new Heard(20);
        try (Relay relay = relay();
                MessageBus other = connect(Map.of());
                MessageBus bus = connect(Relay.through(relay, node.broker().connection()), Map.of())) {
            bus.createTopic(topic);
            try (Producer producer = bus.openProducer(new ProducerSpec(topic, 0, 20), heard)) {
                relay.silenceBroker();
                for (int i = 0; i < 10; i++) {
                    producer.send(new byte[32], null, 0, i);
                }
                assertEquals(0, heard.total());
                relay.cut();
                Heard.await(() -> heard.total() == 10, "outcomes of what was outstanding");
                for (int i = 10; i < 20; i++) {
                    producer.send(new byte[32], null, 0, i);
                }
            }
            assertEquals(Map.of(SendOutcome.UNKNOWN, 10, SendOutcome.REJECTED, 10), heard.counts());
            assertEquals(0, heard.repeated());
            other.deleteTopic(topic);
        }
        synchronized (disturbances) {
            assertEquals(
                    1,
                    disturbances.stream()
                            .filter(told -> told.startsWith("FAILURE RabbitMQ producer 0 of lost ended: "))
                            .count(),
                    disturbances::toString);
        }
    }

    private static long consumers(Channel channel, String queue) {
        try {
            return channel.consumerCount(queue);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What waits in a queue and is not on its way to a consumer. */
    private static long ready(Channel channel, String queue) {
        try {
            return channel.messageCount(queue);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Relay relay() throws IOException {
        return new Relay(Integer.parseInt(node.broker().connection().get("port")));
    }

    @Test
    void groupsThatCameLateGoWithTheTopic() throws Exception {
        TopicSpec topic = new TopicSpec("late", 2, List.of("early"), Guarantee.FIRE_AND_FORGET);
        try (MessageBus bus = connect(Map.of())) {
            bus.createTopic(topic);
            bus.openConsumer(new ConsumerSpec(topic, "later", 0, 1, ConsumerSpec.Start.LATEST), delivery -> {})
                    .close();
            bus.deleteTopic(topic);
        }
        for (String queue : List.of("late.early.0", "late.early.1", "late.later.0", "late.later.1")) {
            assertThrows(IOException.class, () -> onChannel(channel -> channel.queueDeclarePassive(queue)));
        }
    }

    @Test
    void refusalsOfTheBrokerAreBusExceptions() throws BusException {
        TopicSpec absent = new TopicSpec("absent", 1, List.of("g"), Guarantee.PERSISTED);
        try (MessageBus bus = connect(Map.of())) {
            BusException refused = assertThrows(
                    BusException.class,
                    () -> bus.openConsumer(
                            new ConsumerSpec(absent, "g", 0, 1, ConsumerSpec.Start.LATEST), delivery -> {}));
            assertTrue(refused.toString().contains("NOT_FOUND"), refused.getMessage());
            TopicSpec reserved = new TopicSpec("amq.mine", 1, List.of(), Guarantee.PERSISTED);
            refused = assertThrows(BusException.class, () -> bus.createTopic(reserved));
            assertTrue(refused.toString().contains("ACCESS_REFUSED"), refused.getMessage());
        }
    }

    private static void send(MessageBus bus, TopicSpec topic, Heard heard) throws BusException {
        byte[] payload = new byte[64];
        try (Producer producer = bus.openProducer(new ProducerSpec(topic, 0, SENDS), heard)) {
            for (int i = 0; i < SENDS; i++) {
                ByteBuffer.wrap(payload).putLong(i);
                producer.send(payload, null, i % topic.partitions(), i);
            }
        }
    }

    /** Something done with the client itself. */
    @FunctionalInterface
    private interface Action {
        Object on(Channel channel) throws Exception;
    }

    private void onChannel(Action action) throws Exception {
        Map<String, String> connection = node.broker().connection();
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(connection.get("host"));
        factory.setPort(Integer.parseInt(connection.get("port")));
        factory.setUsername(connection.get("username"));
        factory.setPassword(connection.get("password"));
        try (Connection client = factory.newConnection();
                Channel channel = client.createChannel()) {
            action.on(channel);
        }
    }
}
