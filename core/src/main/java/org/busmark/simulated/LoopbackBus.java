package org.busmark.simulated;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

/** Calls the listener on the sender's thread; keeps nothing. */
final class LoopbackBus implements MessageBus {
    private final Map<String, LoopbackTopic> topics = new ConcurrentHashMap<>();

    @Override
    public void createTopic(TopicSpec topic) throws BusException {
        if (topic.guarantee().isAcknowledged()) {
            throw new BusException("loopback does not offer " + topic.guarantee());
        }
        if (topics.putIfAbsent(topic.name(), new LoopbackTopic(topic)) != null) {
            throw new BusException("topic exists: " + topic.name());
        }
    }

    @Override
    public void deleteTopic(TopicSpec topic) {
        topics.remove(topic.name());
    }

    @Override
    public Producer openProducer(ProducerSpec spec, SendListener outcomes) throws BusException {
        return new LoopbackProducer(topic(spec.topic()), outcomes);
    }

    @Override
    public Consumer openConsumer(ConsumerSpec spec, MessageListener listener) throws BusException {
        LoopbackTopic topic = topic(spec.topic());
        LoopbackConsumer consumer = new LoopbackConsumer(topic, spec, listener);
        topic.add(consumer);
        return consumer;
    }

    private LoopbackTopic topic(TopicSpec spec) throws BusException {
        LoopbackTopic topic = topics.get(spec.name());
        if (topic == null) {
            throw new BusException("no such topic: " + spec.name());
        }
        return topic;
    }

    @Override
    public BusFacts facts() {
        return new BusFacts(System.getProperty("java.version"), null, Map.of("delivery", "on the sender's thread"));
    }

    @Override
    public void close() {
        topics.values().forEach(LoopbackTopic::closeConsumers);
        topics.clear();
    }
}
