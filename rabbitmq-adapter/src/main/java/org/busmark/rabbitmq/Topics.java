package org.busmark.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.busmark.bus.BusException;
import org.busmark.bus.TopicSpec;

/**
 * Creates and deletes topics on one connection. Each step has a channel of its own, since the broker answers what it
 * refuses by closing the channel. Confined to one thread at a time.
 */
final class Topics {
    private final RabbitMqConnection connection;
    /** Groups that were not known when their topic was created, by topic: their queues go with it. */
    private final Map<String, Set<String>> lateGroups = new HashMap<>();

    Topics(RabbitMqConnection connection) {
        this.connection = connection;
    }

    void create(TopicSpec topic) throws BusException {
        if (!RabbitMqGuarantees.offers(topic.guarantee())) {
            throw new BusException("RabbitMQ on one node does not offer " + topic.guarantee());
        }
        String what = "create topic " + topic.name();
        if (exists(topic, what)) {
            throw connection.cannot(what, "it exists");
        }
        administer(what, channel -> Topology.declare(channel, topic));
    }

    void delete(TopicSpec topic) throws BusException {
        Set<String> groups = new HashSet<>(topic.groups());
        groups.addAll(lateGroups.getOrDefault(topic.name(), Set.of()));
        administer("delete topic " + topic.name(), channel -> {
            channel.exchangeDelete(topic.name());
            for (String group : groups) {
                Topology.deleteGroup(channel, topic, group);
            }
        });
        lateGroups.remove(topic.name());
    }

    /** Makes the queues of a group that was not known before; it receives what is sent from now on. */
    void addGroup(TopicSpec topic, String group) throws BusException {
        if (topic.groups().contains(group)) {
            return;
        }
        administer(
                "add group " + group + " to topic " + topic.name(),
                channel -> Topology.declareGroup(channel, topic, group));
        lateGroups.computeIfAbsent(topic.name(), name -> new HashSet<>()).add(group);
    }

    private boolean exists(TopicSpec topic, String what) throws BusException {
        Channel channel = connection.channel(what);
        try {
            channel.exchangeDeclarePassive(topic.name());
            return true;
        } catch (IOException | ShutdownSignalException e) {
            if (connection.client().isOpen()) {
                return false;
            }
            throw connection.cannot(what, e);
        } finally {
            RabbitMqConnection.release(channel);
        }
    }

    @FunctionalInterface
    private interface Administration {
        void on(Channel channel) throws IOException;
    }

    private void administer(String what, Administration administration) throws BusException {
        try (Channel channel = connection.channel(what)) {
            administration.on(channel);
        } catch (IOException | TimeoutException | ShutdownSignalException e) {
            throw connection.cannot(what, e);
        }
    }
}
