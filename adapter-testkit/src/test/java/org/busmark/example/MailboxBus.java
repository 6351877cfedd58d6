package org.busmark.example;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.busmark.bus.BusException;
import org.busmark.bus.BusFacts;
import org.busmark.bus.Consumer;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.MessageBus;
import org.busmark.bus.MessageListener;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendListener;
import org.busmark.bus.TopicSpec;

/** The connection: topics by name, each a list of the consumers that are open on it. */
final class MailboxBus implements MessageBus {
    private final int capacity;
    private final Map<String, List<MailboxConsumer>> topics = new ConcurrentHashMap<>();

    MailboxBus(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public void createTopic(TopicSpec topic) throws BusException {
        if (topic.guarantee().isAcknowledged()) {
            throw new BusException("Mailbox does not offer " + topic.guarantee());
        }
        if (topics.putIfAbsent(topic.name(), new CopyOnWriteArrayList<>()) != null) {
            throw new BusException("topic exists: " + topic.name());
        }
    }

    @Override
    public void deleteTopic(TopicSpec topic) {
        List<MailboxConsumer> consumers = topics.remove(topic.name());
        if (consumers != null) {
            consumers.forEach(MailboxConsumer::close);
        }
    }

    @Override
    public Producer openProducer(ProducerSpec spec, SendListener outcomes) throws BusException {
        return new MailboxProducer(spec.topic().partitions(), consumersOf(spec.topic()), outcomes);
    }

    @Override
    public Consumer openConsumer(ConsumerSpec spec, MessageListener listener) throws BusException {
        return MailboxConsumer.open(spec, capacity, listener, consumersOf(spec.topic()));
    }

    private List<MailboxConsumer> consumersOf(TopicSpec topic) throws BusException {
        List<MailboxConsumer> consumers = topics.get(topic.name());
        if (consumers == null) {
            throw new BusException("no such topic: " + topic.name());
        }
        return consumers;
    }

    @Override
    public BusFacts facts() {
        return new BusFacts("1.0", null, Map.of("capacity", Integer.toString(capacity)));
    }

    @Override
    public void close() {
        topics.values().forEach(consumers -> consumers.forEach(MailboxConsumer::close));
        topics.clear();
    }
}
