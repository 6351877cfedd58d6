package org.busmark.bench.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.busmark.bench.capacity.Finding.Answer;
import org.busmark.bench.capacity.Finding.Late;
import org.busmark.bench.plan.VerdictCause;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.BacklogRecord;
import org.busmark.results.record.LedgerRecord;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesRecord;
import org.busmark.verdict.BacklogGrowth;
import org.busmark.verdict.BacklogSample;
import org.busmark.verdict.Limits;
import org.busmark.verdict.Reason;
import org.busmark.verdict.Words;
import org.busmark.workload.Workload;
import org.jspecify.annotations.Nullable;

/**
 * Whether a run shows that the bus sustains the rate which it was offered: the run is not INVALID, the messages left when
 * they were due, they arrived, the backlog does not grow, and response p99 meets the workload's objective. Jitter and
 * other reasons for DEGRADED do not count by themselves: what they do to the figure is in the figure.
 *
 * <p>Sends and backlog may each fall behind by 1 % of the rate, the margin of {@link Limits}; so a rate up to that much
 * above what the bus can do for ever may pass. What left is judged over the measured time alone: a cold JVM that could
 * not keep up while warming up is no limit of the bus. Pure.
 */
final class Sustained {
    /**
     * Of the rate, by which a run may fall short and still be doubtful: a tenth of a second in which the machine stood
     * still is that much of a probe. What a bus misses by more it misses however often it is asked.
     */
    private static final double DOUBTFUL_SHARE = 0.05;

    /** Of the delay of sends: what is more is not the bus's doing. */
    private static final double OWN_SHARE = 0.5;

    private static final double NS_PER_US = 1e3;
    private static final double NS_PER_S = 1e9;

    private final Workload offered;
    private final RunRecord run;
    private final List<String> objections = new ArrayList<>();
    private boolean doubtful = true;
    private Late late = Late.NOT;

    private Sustained(Workload offered, RunRecord run) {
        this.offered = offered;
        this.run = run;
    }

    /**
     * Judges.
     *
     * @param offered an open loop: what the run was asked to do
     * @param run what came of it
     */
    static Finding judge(Workload offered, RunRecord run) {
        LedgerRecord ledger = run.ledger();
        if (ledger == null) {
            return new Finding(Answer.NOTHING_MEASURED, String.join("; ", run.reasons()), null, Late.NOT, "");
        }
        Sustained sustained = new Sustained(offered, run);
        if (run.verdict() == Verdict.INVALID) {
            sustained.object(false, "INVALID: " + String.join("; ", run.reasons()));
        } else {
            sustained.sent();
            sustained.arrived(ledger);
            sustained.backlog(ledger);
            sustained.objective();
        }
        return sustained.finding();
    }

    private void object(boolean doubt, String why) {
        objections.add(why);
        doubtful &= doubt;
    }

    private void sent() {
        SeriesRecord lag = run.pacingLag();
        long left = lag == null ? 0 : lag.count() + lag.negative() + lag.outOfRange();
        long due = Math.round(offered.rate().perSecond() * offered.duration().toNanos() / NS_PER_S);
        if (left >= Limits.OFFERED_RATE_LEAST * due) {
            return;
        }
        late = late(lag, run.pacerError());
        object(
                left >= (1 - DOUBTFUL_SHARE) * due,
                percent("offered rate missed: %d of %d due messages were sent", left, due)
                        + switch (late) {
                            case IN_SENDS -> "; the bus's sends took the time";
                            case BETWEEN_SENDS -> "; most of their delay was the sender's own, not the bus's";
                            case NOT -> "";
                        });
    }

    private static Late late(@Nullable SeriesRecord lag, @Nullable SeriesRecord pacerError) {
        Double lagUs = lag == null ? null : lag.p50Us();
        Double ownUs = pacerError == null ? null : pacerError.p50Us();
        if (lagUs == null || ownUs == null) {
            return Late.NOT;
        }
        return ownUs > OWN_SHARE * lagUs ? Late.BETWEEN_SENDS : Late.IN_SENDS;
    }

    /** What a guarantee lets a bus lose it may lose; it does not sustain the rate then. */
    private void arrived(LedgerRecord ledger) {
        if (ledger.ok() < Limits.OFFERED_RATE_LEAST * ledger.attempted()) {
            object(
                    false,
                    percent("messages missing: %d of %d that were sent arrived", ledger.ok(), ledger.attempted()));
        }
    }

    private void backlog(LedgerRecord ledger) {
        List<BacklogRecord> watched = run.backlog() == null ? List.of() : run.backlog();
        if (watched.size() < BacklogGrowth.SAMPLES_LEAST) {
            object(
                    true,
                    "backlog seen " + watched.size() + " times, too few for a trend; needed "
                            + BacklogGrowth.SAMPLES_LEAST);
            return;
        }
        List<BacklogSample> samples = watched.stream()
                .map(one -> new BacklogSample(one.seconds(), one.messages(), one.delivered()))
                .toList();
        BacklogGrowth.of(
                        samples,
                        ledger.attempted() - ledger.ok(),
                        offered.rate().perSecond())
                .ifPresent(growth -> object(growth.share() <= DOUBTFUL_SHARE, growth.words()));
    }

    private void objective() {
        SeriesRecord response = run.response();
        Double p99Us = p99Us();
        double objectiveUs = objectiveUs(offered);
        if (p99Us == null) {
            object(false, (response == null ? 0 : response.count()) + " responses, too few for a p99; needed 1000");
        } else if (p99Us > objectiveUs) {
            object(true, "response p99 is " + Words.micros(p99Us) + "; allowed " + Words.micros(objectiveUs));
        }
    }

    private @Nullable Double p99Us() {
        SeriesRecord response = run.response();
        return response == null ? null : response.p99Us();
    }

    private Finding finding() {
        Answer answer = objections.isEmpty()
                ? Answer.SUSTAINED
                : doubtful || VerdictCause.isDisturbance(run) ? Answer.DOUBTFUL : Answer.MISSED;
        String machine = String.join(
                "; ",
                run.reasons().stream()
                        .filter(reason ->
                                Reason.of(reason).filter(Reason::isOfMachine).isPresent())
                        .toList());
        return new Finding(answer, String.join("; ", objections), p99Us(), late, machine);
    }

    /** What response p99 must meet, us. */
    static double objectiveUs(Workload workload) {
        return workload.objective().toNanos() / NS_PER_US;
    }

    private static String percent(String what, long count, long of) {
        return String.format(Locale.ROOT, what + " (%.1f %%), needed ", count, of, 100.0 * count / of)
                + Words.percent(Limits.OFFERED_RATE_LEAST);
    }
}
