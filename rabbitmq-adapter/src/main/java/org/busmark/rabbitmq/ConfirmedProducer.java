package org.busmark.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConfirmListener;
import com.rabbitmq.client.Return;
import java.io.IOException;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendListener;
import org.busmark.bus.SendOutcome;

/**
 * Publishes {@code mandatory} with publisher confirms. The broker confirms an unroutable message too, after it has
 * returned it: the return is the outcome, and the confirm then says nothing. When the channel ends, what is outstanding
 * is unknown.
 */
final class ConfirmedProducer extends RabbitMqProducer {
    private final ConfirmWindow window;

    private ConfirmedProducer(
            Channel channel, ProducerSpec spec, SendListener outcomes, BrokerBlock block, ConfirmWindow window) {
        super(channel, spec, outcomes, block);
        this.window = window;
    }

    /** @param channel fresh: its publish sequence numbers begin at 1 */
    static ConfirmedProducer open(
            Channel channel, ProducerSpec spec, SendListener outcomes, BrokerBlock block, int windowSize)
            throws IOException {
        ConfirmWindow window = new ConfirmWindow(windowSize, outcomes);
        channel.addConfirmListener(new ConfirmListener() {
            @Override
            public void handleAck(long sequence, boolean multiple) {
                window.confirmed(sequence, multiple, SendOutcome.ACKNOWLEDGED);
            }

            @Override
            public void handleNack(long sequence, boolean multiple) {
                window.confirmed(sequence, multiple, SendOutcome.REJECTED);
            }
        });
        channel.addReturnListener((Return returned) -> window.returned(print(returned)));
        channel.addShutdownListener(cause -> window.abandon());
        channel.confirmSelect();
        return new ConfirmedProducer(channel, spec, outcomes, block, window);
    }

    @Override
    void publish(byte[] payload, int partition, long token, long waitedNs) {
        long sequence = window.reserve(token, MessagePrint.of(payload, partition));
        SendOutcome failure = write(payload, partition, waitedNs);
        if (failure != null) {
            window.failed(sequence, failure);
        }
    }

    @Override
    void refused(long token) {
        window.refused(token, SendOutcome.REJECTED);
    }

    @Override
    boolean hasRoom() {
        return window.hasRoom();
    }

    @Override
    boolean awaitRoom(long maxNs) {
        return window.awaitRoom(maxNs);
    }

    @Override
    boolean settle() {
        boolean answered = window.awaitEmpty(MAX_BLOCK.toNanos());
        window.abandon();
        return answered;
    }

    private static long print(Return returned) {
        return MessagePrint.of(returned.getBody(), Integer.parseInt(returned.getRoutingKey()));
    }
}
