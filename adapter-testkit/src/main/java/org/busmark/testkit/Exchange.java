package org.busmark.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.busmark.bus.BusException;
import org.busmark.bus.Consumer;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.Guarantee;
import org.busmark.bus.MessageBus;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.TopicSpec;

/** One connection, one topic and the producers and consumers on it: the stage of one test. */
final class Exchange implements AutoCloseable {
    /** More than any test leaves outstanding. */
    static final int MAX_IN_FLIGHT = 2_000;

    private static final Duration PROBE_INTERVAL = Duration.ofMillis(50);

    /** A message by its producer and its number. */
    private record Id(int producer, int sequence) {}

    private final Duration patience;
    private final MessageBus bus;
    private final TopicSpec topic;
    private final List<Outbox> outboxes = new CopyOnWriteArrayList<>();
    private final Map<Inbox, Consumer> consumers = new LinkedHashMap<>();
    private final Queue<String> disturbances;
    private boolean ended;

    private Exchange(Duration patience, MessageBus bus, TopicSpec topic, Queue<String> disturbances) {
        this.patience = patience;
        this.bus = bus;
        this.topic = topic;
        this.disturbances = disturbances;
    }

    /** Connects and creates a topic. */
    static Exchange open(Contestant contestant, Guarantee guarantee, int partitions, String... groups)
            throws BusException {
        Queue<String> disturbances = new ConcurrentLinkedQueue<>();
        MessageBus bus = contestant.connect((kind, detail) -> disturbances.add(kind + ": " + detail));
        TopicSpec topic = new TopicSpec(Contestant.freshTopic(), partitions, List.of(groups), guarantee);
        try {
            bus.createTopic(topic);
        } catch (BusException | RuntimeException e) {
            bus.close();
            throw e;
        }
        return new Exchange(contestant.patience(), bus, topic, disturbances);
    }

    MessageBus bus() {
        return bus;
    }

    TopicSpec topic() {
        return topic;
    }

    /** Opens the next producer, for the calling thread. */
    Outbox produce() throws BusException {
        synchronized (outboxes) {
            Outbox outbox = Outbox.open(bus, new ProducerSpec(topic, outboxes.size(), MAX_IN_FLIGHT));
            outboxes.add(outbox);
            return outbox;
        }
    }

    /** Opens all members of a group. */
    List<Inbox> consume(String group, int members) throws BusException {
        List<Inbox> inboxes = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            inboxes.add(consume(new ConsumerSpec(topic, group, member, members, ConsumerSpec.Start.LATEST), 0));
        }
        return inboxes;
    }

    /** Opens one consumer whose listener takes a while for each message. */
    Inbox consume(ConsumerSpec spec, long listenerDelayNs) throws BusException {
        Inbox inbox = new Inbox(spec, listenerDelayNs);
        consumers.put(inbox, bus.openConsumer(spec, inbox));
        return inbox;
    }

    /**
     * Sends probes until in each group each producer's probe has come from each partition, and each member has seen a
     * probe of each producer. To be called on the thread that opened the producers.
     */
    void awaitReady() {
        long deadlineNs = System.nanoTime() + patience.toNanos();
        do {
            outboxes.forEach(Outbox::probe);
            if (System.nanoTime() - deadlineNs > 0) {
                throw new AssertionError("consumers have not seen every probe within " + patience.toMillis()
                        + " ms; disturbances " + disturbances);
            }
        } while (!Await.within(PROBE_INTERVAL, this::ready));
    }

    private boolean ready() {
        Map<String, List<Inbox>> groups = consumers.keySet().stream()
                .collect(Collectors.groupingBy(inbox -> inbox.spec().group()));
        return outboxes.stream().allMatch(outbox -> groups.values().stream().allMatch(group -> reached(outbox, group)));
    }

    private boolean reached(Outbox outbox, List<Inbox> group) {
        for (int p = 0; p < topic.partitions(); p++) {
            int partition = p;
            if (group.stream().noneMatch(inbox -> inbox.sawProbe(outbox.number(), partition))) {
                return false;
            }
        }
        return group.stream().allMatch(inbox -> inbox.sawProbe(outbox.number()));
    }

    /** Waits until a group, given by all of its members, has received every message that the producers have sent. */
    void awaitDelivered(List<Inbox> group) {
        int sent = outboxes.stream().mapToInt(Outbox::messages).sum();
        if (!Await.within(patience, () -> different(group) >= sent)) {
            group.forEach(Inbox::assertCalledAsPromised);
            throw new AssertionError("not within " + patience.toMillis() + " ms: delivery of " + sent
                    + " messages to group " + group.get(0).spec().group() + ", which has " + different(group)
                    + "; disturbances " + disturbances);
        }
    }

    private static int different(List<Inbox> group) {
        return counts(group, received -> true).size();
    }

    private static Map<Id, Integer> counts(List<Inbox> group, Predicate<Received> wanted) {
        Map<Id, Integer> counts = new HashMap<>();
        group.stream()
                .flatMap(inbox -> inbox.received().stream())
                .filter(wanted)
                .forEach(received -> counts.merge(new Id(received.producer(), received.sequence()), 1, Integer::sum));
        return counts;
    }

    /** Closes producers, then consumers, and checks what holds in every undisturbed exchange. */
    void finish() {
        outboxes.forEach(Outbox::close);
        closeConsumers();
        outboxes.forEach(outbox -> outbox.assertSettled(Set.of(outbox.success())));
    }

    /** Closes the consumers and checks how their listeners were called. */
    void closeConsumers() {
        consumers.forEach((inbox, consumer) -> {
            consumer.close();
            inbox.closed();
        });
        consumers.keySet().forEach(Inbox::assertCalledAsPromised);
    }

    /**
     * Fails unless a group, given by all of its members, received each message once; again only with the system's own
     * mark. To be called after the end.
     */
    void assertEachOnce(List<Inbox> group) {
        assertEquals(
                outboxes.stream().mapToInt(Outbox::messages).sum(),
                different(group),
                "different messages that arrived");
        List<Id> twice = counts(group, received -> !received.redelivered()).entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(List.of(), twice, () -> "messages that arrived more than once; disturbances " + disturbances);
    }

    /** Removes the topic with whatever is open on it. */
    void deleteTopic() throws BusException {
        if (!ended) {
            ended = true;
            bus.deleteTopic(topic);
        }
    }

    /** Closes the bus with whatever is open, and checks that the listeners heard nothing after that. */
    void closeBus() {
        ended = true;
        bus.close();
        consumers.keySet().forEach(Inbox::closed);
    }

    @Override
    public void close() throws BusException {
        try (bus) {
            deleteTopic();
        }
    }
}
