package org.busmark.simulated;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.busmark.bus.BusException;
import org.busmark.bus.BusFacts;
import org.busmark.bus.Consumer;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.DisturbanceListener;
import org.busmark.bus.Guarantee;
import org.busmark.bus.MessageBus;
import org.busmark.bus.MessageListener;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendListener;
import org.busmark.bus.TopicSpec;

/**
 * Does to messages what its script says, and keeps account of it. What is sent while no consumer of a group is open is
 * refused where something is promised and dropped where nothing is.
 *
 * <p>Threading: as the SPI demands; each consumer has a thread, and each producer that delays its outcomes. Made for
 * known truth, not for speed: a send takes a lock and may wake a thread.
 */
public final class SimulatedBus implements MessageBus {
    private final Set<Guarantee> offered;
    private final Map<String, String> settings;
    private final Script script;
    private final DisturbanceListener disturbances;
    private final Gate gate;
    private final Tally tally = new Tally();
    private final Map<String, SimulatedTopic> topics = new ConcurrentHashMap<>();
    private final Set<SimulatedProducer> producers = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    SimulatedBus(
            Script script, Map<String, String> settings, Set<Guarantee> offered, DisturbanceListener disturbances) {
        this.script = script;
        this.settings = settings;
        this.offered = offered;
        this.disturbances = disturbances;
        this.gate = new Gate(script);
    }

    /** What this bus does. */
    public Script script() {
        return script;
    }

    /** What this bus has done so far; exact when nothing is on its way. */
    public Truth truth() {
        return tally.truth();
    }

    /** When this bus saw the messages of the producers of this number; of several topics' producers, mixed. */
    public Instants instants(int producer) {
        return tally.instants(producer);
    }

    Gate gate() {
        return gate;
    }

    Tally tally() {
        return tally;
    }

    boolean isClosed() {
        return closed;
    }

    void forget(SimulatedProducer producer) {
        producers.remove(producer);
    }

    @Override
    public void createTopic(TopicSpec topic) throws BusException {
        if (!offered.contains(topic.guarantee())) {
            throw new BusException("simulated does not offer " + topic.guarantee());
        }
        if (topics.putIfAbsent(topic.name(), new SimulatedTopic(topic)) != null) {
            throw new BusException("topic exists: " + topic.name());
        }
    }

    @Override
    public void deleteTopic(TopicSpec topic) {
        topics.remove(topic.name());
    }

    @Override
    public Producer openProducer(ProducerSpec spec, SendListener outcomes) throws BusException {
        SimulatedProducer producer = new SimulatedProducer(this, topic(spec.topic()), spec, outcomes);
        producers.add(producer);
        return producer;
    }

    @Override
    public Consumer openConsumer(ConsumerSpec spec, MessageListener listener) throws BusException {
        SimulatedTopic topic = topic(spec.topic());
        SimulatedConsumer consumer = new SimulatedConsumer(topic, spec, listener, disturbances, script, gate, tally);
        consumer.start();
        topic.add(consumer);
        return consumer;
    }

    private SimulatedTopic topic(TopicSpec spec) throws BusException {
        SimulatedTopic topic = topics.get(spec.name());
        if (closed || topic == null) {
            throw new BusException(closed ? "the bus is closed" : "no such topic: " + spec.name());
        }
        return topic;
    }

    @Override
    public BusFacts facts() {
        return new BusFacts(System.getProperty("java.version"), null, settings);
    }

    @Override
    public void close() {
        closed = true;
        topics.values().forEach(SimulatedTopic::closeConsumers);
        topics.clear();
        producers.forEach(SimulatedProducer::abandon);
        producers.clear();
    }
}
