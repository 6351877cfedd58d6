package org.busmark.zeromq;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
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

/**
 * The topics, and a ZeroMQ context for each side, as producers and consumers that are processes of their own have. In one
 * context a single I/O thread would both write and read every byte. Topics live in this object: its producers and
 * consumers meet here only.
 */
final class ZeroMqBus implements MessageBus {
    /** What the end of a context may take beyond the time that closed producers go on sending. */
    private static final long TERM_BOUND_NS = TimeUnit.SECONDS.toNanos(10);

    private final ZeroMqSettings settings;
    private final DisturbanceListener disturbances;
    private final ZMQ.Context sending;
    private final ZMQ.Context receiving;
    private final Map<String, ZeroMqTopic> topics = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    ZeroMqBus(ZeroMqSettings settings, DisturbanceListener disturbances) {
        this.settings = settings;
        this.disturbances = disturbances;
        this.sending = ZMQ.context(settings.ioThreads());
        this.receiving = ZMQ.context(settings.ioThreads());
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
        return ZeroMqProducer.open(sending, topic(spec.topic()), spec, settings, outcomes);
    }

    @Override
    public Consumer openConsumer(ConsumerSpec spec, MessageListener listener) throws BusException {
        return ZeroMqConsumer.open(receiving, topic(spec.topic()), spec, settings, listener, disturbances);
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

    /** Each on a thread of its own, since the client waits without a bound for sockets that somebody keeps open. */
    private void terminate() {
        List<Thread> ends = Stream.of(sending, receiving)
                .map(context -> new Thread(context::term, "zeromq-term"))
                .toList();
        ends.forEach(end -> {
            end.setDaemon(true);
            end.start();
        });
        long deadlineNs = System.nanoTime() + TERM_BOUND_NS + TimeUnit.MILLISECONDS.toNanos(settings.lingerMs());
        for (Thread end : ends) {
            if (!Uninterruptibly.join(end, deadlineNs - System.nanoTime())) {
                disturbances.onDisturbance(Disturbance.FAILURE, "ZeroMQ's context did not end: a socket is still open");
            }
        }
    }
}
