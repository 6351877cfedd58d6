package org.busmark.ledger;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The deliveries of one member of one group. Single writer: the thread on which its listener is called. Never throws for
 * what is delivered; what cannot be is counted as unexpected.
 */
public final class DeliveryAccount {
    private final DeliveryTrack[] tracks;
    private final int partitions;
    private final String place;
    private final OffenceLog offences;
    private final AtomicLong strangers = new AtomicLong();
    private final AtomicLong foreign = new AtomicLong();
    private final AtomicLong corrupted = new AtomicLong();

    DeliveryAccount(DeliveryTrack[] tracks, int partitions, String place, OffenceLog offences) {
        this.tracks = tracks;
        this.partitions = partitions;
        this.place = place;
        this.offences = offences;
    }

    /**
     * Enters a delivery whose bytes decoded as a message of this run.
     *
     * @param partition that the adapter names
     * @param redelivered whether the system itself flagged it as possibly delivered before
     */
    public void delivered(int producer, long sequence, int partition, boolean redelivered) {
        if (producer < 0 || producer >= tracks.length || partition < 0 || partition >= partitions) {
            stranger(producer, sequence, partition);
            return;
        }
        tracks[producer].delivered(sequence, partition, redelivered);
    }

    /** Enters a delivery whose bytes fail their check. */
    public void corrupted() {
        corrupted.incrementAndGet();
        offences.add(Offence.CORRUPTED, place.strip());
    }

    /** Enters an intact delivery that is not of this run. */
    public void unexpected() {
        foreign.incrementAndGet();
        offences.add(Offence.FOREIGN, place.strip());
    }

    private void stranger(int producer, long sequence, int partition) {
        strangers.incrementAndGet();
        offences.add(Offence.UNEXPECTED, producer, sequence, " partition " + partition + place);
    }

    DeliveryTrack track(int producer) {
        return tracks[producer];
    }

    long strangers() {
        return strangers.get();
    }

    long foreign() {
        return foreign.get();
    }

    long corruptions() {
        return corrupted.get();
    }
}
