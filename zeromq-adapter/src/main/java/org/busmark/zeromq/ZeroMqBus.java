package org.busmark.zeromq;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.busmark.bus.BusException;
import org.busmark.bus.BusFacts;
import org.busmark.bus.Consumer;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.Disturbance;
import org.busmark.bus.DisturbanceListener;
import org.busmark.bus.MessageBus;
import org.busmark.bus.MessageListener;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendListener;
import org.busmark.bus.TopicSpec;
import org.zeromq.ZMQ;

/** One ZeroMQ context and the topics on it. Topics live in this object: its producers and consumers meet here only. */
final class ZeroMqBus implements MessageBus {
    /** What the end of a context may take beyond the time that closed producers go on sending. */
    private static final long TERM_BOUND_NS = TimeUnit.SECONDS.toNanos(10);

    private final ZeroMqSettings settings;
    private final DisturbanceListener disturbances;
    private final ZMQ.Context context;
    private final Map<String, ZeroMqTopic> topics = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    ZeroMqBus(ZeroMqSettings settings, DisturbanceListener disturbances) {
        this.settings = settings;
        this.disturbances = disturbances;
        this.context = ZMQ.context(settings.ioThreads());
    }

    @Override
    public void createTopic(TopicSpec topic) throws BusException {
        requireOpen();
        if (!ZeroMqGuarantees.OFFERED.containsKey(topic.guarantee())) {
            throw new BusException(
                    "ZeroMQ does not offer " + topic.guarantee() + ", only " + ZeroMqGuarantees.OFFERED.keySet());
        }
        if (topics.putIfAbsent(topic.name(), new ZeroMqTopic(topic)) != null) {
            throw new BusException("topic exists: " + topic.name());
        }
    }

    @Override
    public void deleteTopic(TopicSpec topic) throws BusException {
        ZeroMqTopic removed = topics.remove(topic.name());
        if (removed == null) {
            throw new BusException("topic does not exist: " + topic.name());
        }
        removed.close();
    }

    @Override
    public Producer openProducer(ProducerSpec spec, SendListener outcomes) throws BusException {
        return ZeroMqProducer.open(context, topic(spec.topic()), spec, settings, outcomes);
    }

    @Override
    public Consumer openConsumer(ConsumerSpec spec, MessageListener listener) throws BusException {
        return ZeroMqConsumer.open(context, topic(spec.topic()), spec, settings, listener, disturbances);
    }

    private ZeroMqTopic topic(TopicSpec spec) throws BusException {
        requireOpen();
        ZeroMqTopic topic = topics.get(spec.name());
        if (topic == null || !topic.spec().equals(spec)) {
            throw new BusException("topic does not exist as given: " + spec);
        }
        return topic;
    }

    private void requireOpen() throws BusException {
        if (closed.get()) {
            throw new BusException("the ZeroMQ bus is closed");
        }
    }

    @Override
    public BusFacts facts() throws BusException {
        return new BusFacts(ClientVersion.read(), null, settings.facts());
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            topics.values().forEach(ZeroMqTopic::close);
            topics.clear();
            terminate();
        }
    }

    /** On a thread of its own, since the client waits without a bound for sockets that somebody keeps open. */
    private void terminate() {
        Thread thread = new Thread(context::term, "zeromq-term");
        thread.setDaemon(true);
        thread.start();
        if (!Uninterruptibly.join(thread, TERM_BOUND_NS + TimeUnit.MILLISECONDS.toNanos(settings.lingerMs()))) {
            disturbances.onDisturbance(Disturbance.FAILURE, "ZeroMQ's context did not end: a socket is still open");
        }
    }
}
