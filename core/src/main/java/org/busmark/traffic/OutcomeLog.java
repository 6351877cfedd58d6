package org.busmark.traffic;

import org.busmark.bus.SendListener;
import org.busmark.bus.SendOutcome;
import org.busmark.latency.SeriesRecorder;
import org.busmark.ledger.ProducerAccount;
import org.busmark.time.Clock;
import org.jspecify.annotations.Nullable;

/** Hears the outcomes of one lane: the ledger's account, and the ack series. */
final class OutcomeLog implements SendListener {
    private final ProducerAccount account;
    private final Clock clock;
    private volatile @Nullable SeriesRecorder acks;
    private volatile IntendedTimes intended = sequence -> IntendedTimes.NOT_TIMED;

    OutcomeLog(ProducerAccount account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    void record(@Nullable SeriesRecorder recorder) {
        acks = recorder;
    }

    void intendedTimes(IntendedTimes times) {
        intended = times;
    }

    @Override
    public void onOutcome(long token, SendOutcome outcome) {
        if (token < 0) {
            return; // a probe
        }
        account.outcome(token, outcome);
        SeriesRecorder recorder = acks;
        if (recorder != null && outcome == SendOutcome.ACKNOWLEDGED) {
            long intendedNs = intended.intendedNs(token);
            if (intendedNs != IntendedTimes.NOT_TIMED) {
                recorder.record(intendedNs, clock.nanoTime() - intendedNs);
            }
        }
    }
}
