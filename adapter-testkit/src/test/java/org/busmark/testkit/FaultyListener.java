package org.busmark.testkit;

import org.busmark.bus.Delivery;
import org.busmark.bus.MessageListener;

/** Passes deliveries on, with one fault in every tenth. */
final class FaultyListener implements MessageListener {
    private final MessageListener listener;
    private final Fault fault;
    private int deliveries;

    FaultyListener(MessageListener listener, Fault fault) {
        this.listener = listener;
        this.fault = fault;
    }

    @Override
    public void onMessage(Delivery delivery) {
        if (++deliveries % 10 != 0) {
            listener.onMessage(delivery);
            return;
        }
        switch (fault) {
            case LOSES_A_MESSAGE -> {}
            case DELIVERS_TWICE -> {
                listener.onMessage(delivery);
                listener.onMessage(delivery);
            }
            case CHANGES_A_BYTE -> listener.onMessage(changed(delivery));
            case IGNORES_THE_PARTITION -> listener.onMessage(copy(delivery, delivery.partition() == 0 ? 1 : 0));
            case OVERLAPS_LISTENER_CALLS -> callTwiceAtOnce(delivery);
            default -> listener.onMessage(delivery);
        }
    }

    private static Delivery copy(Delivery delivery, int partition) {
        return new Delivery().of(delivery.buffer(), delivery.offset(), delivery.length(), partition, true);
    }

    private static Delivery changed(Delivery delivery) {
        byte[] bytes = delivery.buffer().clone();
        bytes[delivery.offset() + delivery.length() - 1] ^= 1;
        return new Delivery().of(bytes, delivery.offset(), delivery.length(), delivery.partition(), false);
    }

    private void callTwiceAtOnce(Delivery delivery) {
        Thread other = new Thread(() -> listener.onMessage(copy(delivery, delivery.partition())), "second-call");
        other.start();
        listener.onMessage(delivery);
        try {
            other.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
