package org.busmark.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.busmark.bus.Consumer;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.Delivery;
import org.busmark.bus.Disturbance;
import org.busmark.bus.DisturbanceListener;
import org.busmark.bus.MessageListener;

/**
 * One member of a group: a channel that reads its share of the group's queues. The client serves a channel by one thread
 * at a time, which keeps the listener's calls apart whatever the number of queues.
 *
 * <p>Share: partition p belongs to member p modulo members; with more members than partitions, member m reads partition
 * m modulo partitions together with others.
 */
final class RabbitMqConsumer implements Consumer {
    private static final long CLOSE_WAIT_S = 10;

    private final Channel channel;
    private final MessageListener listener;
    private final DisturbanceListener disturbances;
    private final Acknowledgement acknowledgement;
    private final Delivery delivery = new Delivery();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean closing;

    RabbitMqConsumer(
            Channel channel,
            MessageListener listener,
            DisturbanceListener disturbances,
            Acknowledgement acknowledgement) {
        this.channel = channel;
        this.listener = listener;
        this.disturbances = disturbances;
        this.acknowledgement = acknowledgement;
    }

    /** Begins to read; deliveries may come before this returns. */
    void subscribe(ConsumerSpec spec) throws IOException {
        boolean autoAck = !RabbitMqGuarantees.confirms(spec.topic().guarantee());
        for (int partition : share(spec)) {
            String queue = Topology.queue(spec.topic(), spec.group(), partition);
            Subscription subscription = new Subscription(queue, partition);
            subscriptions.add(subscription);
            subscription.tag = channel.basicConsume(queue, autoAck, subscription);
        }
    }

    /** The partitions of a member; at least one. */
    static int[] share(ConsumerSpec spec) {
        int partitions = spec.topic().partitions();
        if (spec.members() > partitions) {
            return new int[] {spec.member() % partitions};
        }
        int[] share = new int[(partitions - spec.member() + spec.members() - 1) / spec.members()];
        for (int i = 0; i < share.length; i++) {
            share[i] = spec.member() + i * spec.members();
        }
        return share;
    }

    /** Acknowledges the tail when nothing has come for a while; called by the bus's ticking thread. */
    void acknowledgeIfIdle() {
        acknowledgement.whenIdle();
    }

    /** What was delivered to the client and not yet to the listener goes back to the queue with the channel. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        closing = true;
        subscriptions.forEach(Subscription::cancel);
        awaitLastDeliveries();
        acknowledgement.rest();
        RabbitMqConnection.release(channel);
    }

    private void awaitLastDeliveries() {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLOSE_WAIT_S);
        try {
            for (Subscription subscription : subscriptions) {
                if (!subscription.ended.await(deadlineNs - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One queue. Its last callback comes after the last delivery, on the same thread, so that nothing is locked. */
    private final class Subscription extends DefaultConsumer {
        private final String queue;
        private final int partition;
        private final CountDownLatch ended = new CountDownLatch(1);
        private String tag = "";

        Subscription(String queue, int partition) {
            super(channel);
            this.queue = queue;
            this.partition = partition;
        }

        @Override
        public void handleDelivery(String consumerTag, Envelope envelope, BasicProperties properties, byte[] body) {
            if (closing) {
                return;
            }
            listener.onMessage(delivery.of(body, 0, body.length, partition, envelope.isRedeliver()));
            acknowledgement.listened(envelope.getDeliveryTag());
        }

        void cancel() {
            try {
                channel.basicCancel(tag);
            } catch (IOException | ShutdownSignalException e) {
                // the reading has ended without this, and the client says or has said so through a callback
                return;
            }
        }

        @Override
        public void handleCancelOk(String consumerTag) {
            ended.countDown();
        }

        @Override
        public void handleCancel(String consumerTag) {
            ended.countDown();
            disturbances.onDisturbance(
                    Disturbance.FAILURE, "RabbitMQ consumer: the broker ended the reading of queue " + queue);
        }

        @Override
        public void handleShutdownSignal(String consumerTag, ShutdownSignalException signal) {
            ended.countDown();
        }
    }
}
