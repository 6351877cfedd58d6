package org.busmark.ledger;

import java.util.concurrent.atomic.AtomicLong;
import org.busmark.bus.SendOutcome;

/**
 * The sends of one producer. {@link #nextSequence} and {@link #scheduled} belong to the producer's thread, {@link
 * #outcome} to one thread at a time; the rest is for any thread. Nothing here allocates but a page of 8 KiB when 65,536
 * more sends than ever before await their outcomes.
 */
public final class ProducerAccount {
    private final int number;
    private final boolean acknowledged;
    private final OffenceLog offences;

    private final OwnedCount attempts = new OwnedCount();
    private final AtomicLong ticks = new AtomicLong(-1);

    private final OwnSequenceSet answered = new OwnSequenceSet();
    private final OwnSequenceSet rejected = new OwnSequenceSet();
    private final OwnSequenceSet unknown = new OwnSequenceSet();
    private final OwnedCount handedOver = new OwnedCount();
    private final OwnedCount acknowledgements = new OwnedCount();
    private final OwnedCount rejections = new OwnedCount();
    private final OwnedCount unknowns = new OwnedCount();
    private final AtomicLong surplusOutcomes = new AtomicLong();
    // Read anew only when it is reached: the count itself changes with every send on another thread.
    private long knownAttempts;

    ProducerAccount(int number, boolean acknowledged, OffenceLog offences) {
        this.number = number;
        this.acknowledged = acknowledged;
        this.offences = offences;
    }

    /** Counts an attempt to send and returns its sequence: 0, 1, 2 and so on. */
    public long nextSequence() {
        return attempts.increment();
    }

    /**
     * Enters what became of a send. The first outcome of a send stands; a second one, or one for what was never attempted,
     * is counted as surplus and is an offender.
     */
    public void outcome(long sequence, SendOutcome outcome) {
        if (!wasAttempted(sequence) || answered.add(sequence) != Novelty.FIRST) {
            surplusOutcomes.incrementAndGet();
            offences.add(Offence.SURPLUS_OUTCOME, number, sequence, "");
            return;
        }
        switch (outcome) {
            case ACKNOWLEDGED -> acknowledgements.incrementAfterHandover();
            case HANDED_OVER -> {
                handedOver.incrementAfterHandover();
                if (acknowledged) {
                    offences.add(Offence.NOT_ACKNOWLEDGED, number, sequence, "");
                }
            }
            case REJECTED -> {
                rejected.add(sequence);
                rejections.incrementAfterHandover();
            }
            case UNKNOWN -> {
                unknown.add(sequence);
                unknowns.incrementAfterHandover();
            }
        }
    }

    /**
     * Adds ticks of an open loop that were due, sent or not. A producer for which this is never called runs a closed
     * loop: what it attempted is what was scheduled.
     */
    public void scheduled(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("count is negative: " + count);
        }
        ticks.set(Math.max(0, ticks.get()) + count);
    }

    /** How many sends were attempted. */
    public long attempted() {
        return attempts.get();
    }

    /** How many sends have an outcome. */
    public long outcomes() {
        return handedOver.get() + acknowledgements.get() + rejections.get() + unknowns.get();
    }

    private boolean wasAttempted(long sequence) {
        if (sequence >= knownAttempts) {
            knownAttempts = attempts.get();
        }
        return sequence < knownAttempts;
    }

    int number() {
        return number;
    }

    /** How many ticks were due; in a closed loop what was attempted. */
    public long scheduled() {
        long due = ticks.get();
        return due < 0 ? attempted() : due;
    }

    long handedOver() {
        return handedOver.get();
    }

    long acknowledged() {
        return acknowledgements.get();
    }

    /** How many sends were rejected, and so will not be delivered. Readable from any thread. */
    public long rejected() {
        return rejections.get();
    }

    long unknown() {
        return unknowns.get();
    }

    long surplusOutcomes() {
        return surplusOutcomes.get();
    }

    PageDirectory answeredPages() {
        return answered.directory();
    }

    PageDirectory rejectedPages() {
        return rejected.directory();
    }

    PageDirectory unknownPages() {
        return unknown.directory();
    }
}
