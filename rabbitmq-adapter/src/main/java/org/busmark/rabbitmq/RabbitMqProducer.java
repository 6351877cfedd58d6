package org.busmark.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import org.busmark.bus.Guarantee;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendListener;
import org.busmark.bus.SendOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Publishes on a channel of its own. The client (5.37.1, blocking sockets) writes the payload array to the socket before
 * {@code basicPublish} returns and does not keep it, so nothing is copied here. A send makes one write to the socket; a
 * broker that reads slowly blocks it there.
 */
abstract class RabbitMqProducer implements Producer {
    final Channel channel;
    final SendListener outcomes;
    private final String exchange;
    private final String[] routingKeys;
    private final KeyPartitioner partitioner;
    private final BasicProperties properties;
    private final boolean mandatory;
    private final BrokerBlock block;
    private final PendingWrite pending = new PendingWrite();
    private boolean closed;

    RabbitMqProducer(Channel channel, ProducerSpec spec, SendListener outcomes, BrokerBlock block) {
        this.channel = channel;
        this.outcomes = outcomes;
        this.block = block;
        this.exchange = spec.topic().name();
        this.routingKeys = routingKeys(spec.topic().partitions());
        this.partitioner = new KeyPartitioner(routingKeys.length, spec.producer());
        Guarantee guarantee = spec.topic().guarantee();
        this.mandatory = RabbitMqGuarantees.confirms(guarantee);
        this.properties = new BasicProperties.Builder()
                .deliveryMode(RabbitMqGuarantees.deliveryMode(guarantee))
                .build();
    }

    @Override
    public final void send(byte[] payload, byte @Nullable [] key, int partition, long token) {
        int chosen = partition == ANY_PARTITION ? partitioner.choose(key) : partition;
        if (chosen < 0 || chosen >= routingKeys.length || payload.length > RabbitMqAdapter.MAX_MESSAGE_BYTES) {
            refused(token);
            return;
        }
        long waitedNs = 0;
        if (block.isBlocked() || !hasRoom()) {
            long startNs = System.nanoTime();
            if (!awaitRoom()) {
                refused(token);
                return;
            }
            waitedNs = System.nanoTime() - startNs;
        }
        publish(payload, chosen, token, waitedNs);
    }

    /** Whether the call that is under way, if any, has lasted longer than a send may. Called by the watching thread. */
    final boolean isStalled(long nowNs) {
        return pending.exceeds(MAX_BLOCK.toNanos(), nowNs);
    }

    /** Publishes one message and gives its outcome, or sees to it that it will be given. */
    abstract void publish(byte[] payload, int partition, long token, long waitedNs);

    /** Rejects a send that was never published. */
    abstract void refused(long token);

    /** Whether the producer's own window takes one more. */
    abstract boolean hasRoom();

    /** Waits for room in the producer's own window. */
    abstract boolean awaitRoom(long maxNs);

    /**
     * Waits for outstanding outcomes for {@link #MAX_BLOCK} at most and sees to it that each is given.
     *
     * @return whether the broker answered for all of them
     */
    abstract boolean settle();

    /** @return null when the client took the message, else what that makes of it */
    final @Nullable SendOutcome write(byte[] payload, int partition, long waitedNs) {
        pending.begin(waitedNs);
        try {
            channel.basicPublish(exchange, routingKeys[partition], mandatory, properties, payload);
            return null;
        } catch (AlreadyClosedException e) {
            // thrown before the first byte is written
            return SendOutcome.REJECTED;
        } catch (IOException | ShutdownSignalException e) {
            return SendOutcome.UNKNOWN;
        } finally {
            pending.end();
        }
    }

    @Override
    public final void close() {
        if (closed) {
            return;
        }
        closed = true;
        // to wait for the answer to the good-bye of a broker that does not answer would double the wait; the channel
        // then
        // goes with its connection
        if (settle() && !block.isBlocked()) {
            RabbitMqConnection.release(channel);
        }
    }

    private boolean awaitRoom() {
        long startNs = System.nanoTime();
        return block.awaitLifted(MAX_BLOCK.toNanos()) && awaitRoom(MAX_BLOCK.toNanos() - (System.nanoTime() - startNs));
    }

    private static String[] routingKeys(int partitions) {
        String[] keys = new String[partitions];
        for (int partition = 0; partition < partitions; partition++) {
            keys[partition] = Topology.routingKey(partition);
        }
        return keys;
    }
}
