package org.busmark.traffic;

import org.busmark.bus.Delivery;
import org.busmark.bus.MessageListener;
import org.busmark.latency.SeriesRecorder;
import org.busmark.ledger.DeliveryAccount;
import org.busmark.time.Clock;
import org.busmark.wire.MessageReader;
import org.jspecify.annotations.Nullable;

/**
 * One consumer's side: decodes and checks each delivery, writes the ledger, and times what carries a time. Everything
 * it believes it read from the bytes.
 */
final class Receiver implements MessageListener {
    /** The two series that a consumer measures. */
    record Recorders(SeriesRecorder response, SeriesRecorder service) {}

    private final int group;
    private final MessageReader reader;
    private final DeliveryAccount account;
    private final Readiness readiness;
    private final Clock clock;
    private final boolean timesAll;
    private volatile @Nullable Recorders recorders;

    Receiver(
            int group,
            MessageReader reader,
            DeliveryAccount account,
            Readiness readiness,
            Clock clock,
            boolean timesAll) {
        this.group = group;
        this.reader = reader;
        this.account = account;
        this.readiness = readiness;
        this.clock = clock;
        this.timesAll = timesAll;
    }

    void record(@Nullable Recorders next) {
        recorders = next;
    }

    @Override
    public void onMessage(Delivery delivery) {
        long receivedNs = timesAll ? clock.nanoTime() : 0;
        switch (reader.read(delivery.buffer(), delivery.offset(), delivery.length())) {
            case MESSAGE -> {
                Recorders current = recorders;
                if (current != null && reader.sentNs() != 0) {
                    time(current, timesAll ? receivedNs : clock.nanoTime());
                }
                account.delivered(reader.producer(), reader.sequence(), delivery.partition(), delivery.redelivered());
            }
            case PROBE -> readiness.seen(reader.producer(), group, delivery.partition());
            case FOREIGN -> account.unexpected();
            case CORRUPT -> account.corrupted();
        }
    }

    private void time(Recorders current, long receivedNs) {
        long intendedNs = reader.intendedNs();
        current.response().record(intendedNs, receivedNs - intendedNs);
        current.service().record(intendedNs, receivedNs - reader.sentNs());
    }
}
