package org.busmark.simulated;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.busmark.bus.BusException;
import org.busmark.bus.BusFacts;
import org.busmark.bus.Consumer;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.DisturbanceListener;
import org.busmark.bus.MessageBus;
import org.busmark.bus.MessageListener;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendListener;
import org.busmark.bus.TopicSpec;

/** Topics of plain sockets. They live in this object: its producers and consumers meet here only. */
final class RawTcpBus implements MessageBus {
    private final RawTcpListener listener;
    private final DisturbanceListener disturbances;
    private final Map<String, RawTcpTopic> topics = new ConcurrentHashMap<>();

    RawTcpBus(RawTcpListener listener, DisturbanceListener disturbances) {
        this.listener = listener;
        this.disturbances = disturbances;
    }

    @Override
    public void createTopic(TopicSpec topic) throws BusException {
        if (!RawTcpAdapter.OFFERED.containsKey(topic.guarantee())) {
            throw new BusException("tcp does not offer " + topic.guarantee());
        }
        if (topics.putIfAbsent(topic.name(), new RawTcpTopic(topic, listener)) != null) {
            throw new BusException("topic exists: " + topic.name());
        }
    }

    @Override
    public void deleteTopic(TopicSpec topic) throws BusException {
        RawTcpTopic removed = topics.remove(topic.name());
        if (removed == null) {
            throw new BusException("no such topic: " + topic.name());
        }
        removed.close();
    }

    @Override
    public Producer openProducer(ProducerSpec spec, SendListener outcomes) throws BusException {
        RawTcpTopic topic = topic(spec.topic());
        RawTcpProducer producer = new RawTcpProducer(topic, spec.producer(), outcomes);
        producer.start();
        try {
            topic.join(producer);
            return producer;
        } catch (BusException e) {
            producer.close();
            throw e;
        }
    }

    @Override
    public Consumer openConsumer(ConsumerSpec spec, MessageListener messages) throws BusException {
        RawTcpTopic topic = topic(spec.topic());
        RawTcpConsumer consumer = new RawTcpConsumer(topic, spec, messages, disturbances);
        try {
            topic.join(consumer);
            return consumer;
        } catch (BusException e) {
            consumer.close();
            throw e;
        }
    }

    private RawTcpTopic topic(TopicSpec spec) throws BusException {
        RawTcpTopic topic = topics.get(spec.name());
        if (topic == null) {
            throw new BusException("no such topic: " + spec.name());
        }
        return topic;
    }

    @Override
    public BusFacts facts() {
        return new BusFacts(System.getProperty("java.version"), null, RawTcpConnection.SETTINGS);
    }

    @Override
    public void close() {
        topics.values().forEach(RawTcpTopic::close);
        topics.clear();
        listener.close();
    }
}
