package org.busmark.rabbitmq;

import com.rabbitmq.client.Channel;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendListener;
import org.busmark.bus.SendOutcome;

/** Hands messages to the client and hears nothing of them again. Every outcome is given within {@code send}. */
final class UnconfirmedProducer extends RabbitMqProducer {
    UnconfirmedProducer(Channel channel, ProducerSpec spec, SendListener outcomes, BrokerBlock block) {
        super(channel, spec, outcomes, block);
    }

    @Override
    void publish(byte[] payload, int partition, long token, long waitedNs) {
        SendOutcome failure = write(payload, partition, waitedNs);
        outcomes.onOutcome(token, failure == null ? SendOutcome.HANDED_OVER : failure);
    }

    @Override
    void refused(long token) {
        outcomes.onOutcome(token, SendOutcome.REJECTED);
    }

    @Override
    boolean hasRoom() {
        return true;
    }

    @Override
    boolean awaitRoom(long maxNs) {
        return true;
    }

    /** Closing the channel is a round trip: the broker has taken what was written before it answers. */
    @Override
    boolean settle() {
        return true;
    }
}
