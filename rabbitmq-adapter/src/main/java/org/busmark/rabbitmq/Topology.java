package org.busmark.rabbitmq;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import org.busmark.bus.TopicSpec;

/** Names, declares and deletes what makes a topic: one exchange, and a queue for each group and partition. */
final class Topology {
    private Topology() {}

    static String queue(TopicSpec topic, String group, int partition) {
        return topic.name() + "." + group + "." + partition;
    }

    /** The routing key of a partition. */
    static String routingKey(int partition) {
        return Integer.toString(partition);
    }

    static void declare(Channel channel, TopicSpec topic) throws IOException {
        channel.exchangeDeclare(topic.name(), BuiltinExchangeType.DIRECT, true);
        for (String group : topic.groups()) {
            declareGroup(channel, topic, group);
        }
    }

    /** Does nothing for queues that are there. */
    static void declareGroup(Channel channel, TopicSpec topic, String group) throws IOException {
        for (int partition = 0; partition < topic.partitions(); partition++) {
            String queue = queue(topic, group, partition);
            channel.queueDeclare(queue, true, false, false, RabbitMqGuarantees.queueArguments(topic.guarantee()));
            channel.queueBind(queue, topic.name(), routingKey(partition));
        }
    }

    /** Does nothing for queues that are not there. */
    static void deleteGroup(Channel channel, TopicSpec topic, String group) throws IOException {
        for (int partition = 0; partition < topic.partitions(); partition++) {
            channel.queueDelete(queue(topic, group, partition));
        }
    }
}
