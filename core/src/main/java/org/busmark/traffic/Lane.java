package org.busmark.traffic;

import java.util.concurrent.locks.LockSupport;
import org.busmark.bus.BusException;
import org.busmark.bus.Producer;
import org.busmark.latency.SeriesRecorder;
import org.busmark.ledger.ProducerAccount;
import org.busmark.time.Clock;
import org.busmark.wire.MessageWriter;
import org.jspecify.annotations.Nullable;

/** One producer with its loop. Confined to the thread that opened it. */
public final class Lane implements AutoCloseable {
    private static final long PROBE_PAUSE_NS = 20_000_000;
    private static final long READY_LIMIT_NS = 60_000_000_000L;

    /**
     * The series that a producer measures.
     *
     * @param pacing null where nothing is on a schedule
     */
    record Recorders(SeriesRecorder blocked, @Nullable PacingRecorders pacing) {}

    /** How late a producer is on its schedule, and which part of that is its own. */
    record PacingRecorders(SeriesRecorder lag, SeriesRecorder error, PerfectPacing perfect) {
        void record(long intendedNs, long sentNs, long blockedNs) {
            lag.record(intendedNs, sentNs - intendedNs);
            error.record(intendedNs, sentNs - perfect.sendNs(intendedNs, blockedNs));
        }
    }

    private final int number;
    private final Producer producer;
    private final MessageWriter writer;
    private final Addressing addressing;
    private final ProducerAccount account;
    private final OutcomeLog outcomes;
    private final Clock clock;
    private final Loop loop;
    private volatile @Nullable Recorders recorders;

    Lane(
            int number,
            Producer producer,
            MessageWriter writer,
            Addressing addressing,
            ProducerAccount account,
            OutcomeLog outcomes,
            Clock clock,
            LoopFactory loops) {
        this.number = number;
        this.producer = producer;
        this.writer = writer;
        this.addressing = addressing;
        this.account = account;
        this.outcomes = outcomes;
        this.clock = clock;
        this.loop = loops.create(this);
    }

    /** Makes the loop of a lane. */
    interface LoopFactory {
        Loop create(Lane lane);
    }

    /** What decides when the next message leaves. */
    public Loop loop() {
        return loop;
    }

    /** How many messages this lane tried to send. */
    public long attempted() {
        return account.attempted();
    }

    int number() {
        return number;
    }

    OutcomeLog outcomes() {
        return outcomes;
    }

    ProducerAccount account() {
        return account;
    }

    void record(@Nullable Recorders next) {
        recorders = next;
    }

    /** Sends one message without timing it. */
    void sendUntimed() {
        dispatch(account.nextSequence(), 0, 0);
    }

    /**
     * Sends one message and times the sending.
     *
     * @param intendedNs when it was due
     * @param nowNs the time
     */
    void sendTimed(long intendedNs, long nowNs) {
        long blockedNs = dispatch(account.nextSequence(), intendedNs, nowNs);
        Recorders current = recorders;
        if (current != null) {
            current.blocked().record(intendedNs, blockedNs);
            PacingRecorders pacing = current.pacing();
            if (pacing != null) {
                pacing.record(intendedNs, nowNs, blockedNs);
            }
        }
    }

    private long dispatch(long sequence, long intendedNs, long sentNs) {
        byte[] payload = writer.write(sequence, intendedNs, sentNs);
        byte[] key = addressing.key(sequence);
        int partition = addressing.partition(sequence);
        if (sentNs == 0) {
            producer.send(payload, key, partition, sequence);
            return 0;
        }
        long enteredNs = clock.nanoTime();
        producer.send(payload, key, partition, sequence);
        return clock.nanoTime() - enteredNs;
    }

    /** Sends probes until each group has seen one from each partition. */
    void awaitReady(Readiness readiness, int partitions) throws BusException {
        long deadlineNs = clock.nanoTime() + READY_LIMIT_NS;
        long probes = 0;
        while (!readiness.isReady(number)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new BusException("interrupted while waiting for the first message to arrive");
            }
            if (clock.nanoTime() > deadlineNs) {
                throw new BusException("not ready after 60 s: of " + probes + " probes of producer " + number
                        + " none reached " + readiness.missing(number));
            }
            for (int partition = 0; partition < partitions; partition++) {
                probes++;
                producer.send(writer.writeProbe(probes), null, partition, -probes);
            }
            LockSupport.parkNanos(PROBE_PAUSE_NS);
        }
    }

    /** Closes the producer: every send has its outcome afterwards. */
    @Override
    public void close() {
        producer.close();
    }
}
