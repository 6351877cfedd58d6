package org.busmark.zeromq;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busmark.bus.BusException;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.Pattern;
import org.busmark.bus.TopicSpec;
import org.jspecify.annotations.Nullable;

/**
 * Who is on a topic: it brings the endpoints of its producers to its consumers, whichever came first. Thread-safe.
 */
final class ZeroMqTopic {
    private final TopicSpec spec;
    private final Map<ZeroMqProducer, List<String>> producers = new LinkedHashMap<>();
    private final Map<ConsumerSpec, ZeroMqConsumer> consumers = new LinkedHashMap<>();
    private final Map<ZeroMqProducer, List<Introduction>> introductions = new LinkedHashMap<>();
    private @Nullable String onlyGroup;
    private boolean closed;

    ZeroMqTopic(TopicSpec spec) {
        this.spec = spec;
        this.onlyGroup = spec.groups().isEmpty() ? null : spec.groups().get(0);
    }

    TopicSpec spec() {
        return spec;
    }

    boolean isFanOut() {
        return spec.pattern() == Pattern.FAN_OUT;
    }

    /** Returns when all consumers that are there have connected to a producer's endpoints, one for each partition. */
    void join(ZeroMqProducer producer, List<String> endpoints) throws BusException {
        List<Introduction> made = new ArrayList<>();
        synchronized (this) {
            requireOpen();
            producers.put(producer, endpoints);
            consumers.values().forEach(consumer -> made.add(introduce(consumer, producer, endpoints)));
        }
        made.forEach(Introduction::await);
    }

    private Introduction introduce(ZeroMqConsumer consumer, ZeroMqProducer producer, List<String> endpoints) {
        Introduction introduction = new Introduction(endpoints);
        introductions.computeIfAbsent(producer, any -> new ArrayList<>()).add(introduction);
        consumer.meet(introduction);
        return introduction;
    }

    synchronized void leave(ZeroMqProducer producer) {
        producers.remove(producer);
        List<Introduction> made = introductions.remove(producer);
        if (made != null) {
            made.forEach(Introduction::withdraw);
        }
    }

    /** Lets a consumer connect to all producers' endpoints, now and later. */
    synchronized void join(ZeroMqConsumer consumer, ConsumerSpec who) throws BusException {
        requireOpen();
        requireRoom(who);
        if (consumers.putIfAbsent(who, consumer) != null) {
            throw new BusException(
                    "member " + who.member() + " of group " + who.group() + " is open already on topic " + spec.name());
        }
        producers.forEach((producer, endpoints) -> introduce(consumer, producer, endpoints));
    }

    synchronized void leave(ZeroMqConsumer consumer) {
        consumers.values().removeIf(consumer::equals);
    }

    private void requireOpen() throws BusException {
        if (closed) {
            throw new BusException("topic is deleted: " + spec.name());
        }
    }

    private void requireRoom(ConsumerSpec who) throws BusException {
        if (isFanOut()) {
            if (who.members() > spec.partitions()) {
                throw new BusException("PUB/SUB gives each subscriber every message, so the " + who.members()
                        + " members of a group cannot share the " + spec.partitions() + " partitions of topic "
                        + spec.name());
            }
        } else if (onlyGroup == null) {
            onlyGroup = who.group();
        } else if (!onlyGroup.equals(who.group())) {
            throw new BusException("PUSH/PULL serves one group, and topic " + spec.name() + " has " + onlyGroup
                    + "; groups must be named when the topic is created: " + who.group());
        }
    }

    /** Closes everything on it, from whatever thread. A second call does nothing. */
    void close() {
        List<ZeroMqConsumer> open;
        List<ZeroMqProducer> sending;
        synchronized (this) {
            closed = true;
            open = new ArrayList<>(consumers.values());
            sending = new ArrayList<>(producers.keySet());
        }
        open.forEach(ZeroMqConsumer::beginClose);
        sending.forEach(ZeroMqProducer::closeFromOutside);
        open.forEach(ZeroMqConsumer::close);
    }
}
