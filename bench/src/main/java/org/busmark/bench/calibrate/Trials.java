package org.busmark.bench.calibrate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.busmark.bus.Guarantee;
import org.busmark.ledger.Verdict;
import org.busmark.verdict.Reason;

/** The scripts against which the instrument is held. */
final class Trials {
    /** So many that a partition's messages are a second apart: none waits for a slower one before it. */
    private static final int SPREAD = 2048;

    private static final double PER_SECOND = 2000;
    private static final double PER_SECOND_WITH_STALL = 1000;
    private static final Trial.Question COUNTS = new CountsQuestion();
    private static final Trial.Question VERDICT = new VerdictQuestion();
    private static final Trial.Question RESPONSES = PercentilesQuestion.ofResponses();

    private Trials() {}

    /** Everything: about two minutes. */
    static List<Trial> full() {
        Duration timed = Duration.ofSeconds(6);
        List<Trial> trials = new ArrayList<>();
        trials.add(delays("clean", timed));
        for (String distribution : List.of("uniform", "exponential", "lognormal", "mixture", "quantiles")) {
            trials.add(delays(distribution, timed));
        }
        trials.add(acknowledgements(timed));
        trials.addAll(faults(Duration.ofSeconds(3)));
        trials.add(slowConsumer(Duration.ofSeconds(5)));
        trials.add(
                ceiling(Duration.ofSeconds(7)).deserves(Verdict.DEGRADED, Reason.OFFERED_RATE, Reason.NO_STEADY_STATE));
        trials.add(stall("stall", Duration.ofSeconds(10)).deserves(Verdict.DEGRADED, Reason.NO_STEADY_STATE));
        trials.add(hidden("stall", Duration.ofSeconds(10)));
        return trials;
    }

    /**
     * In less than half a minute, for tests: each kind of fault once, two distributions. Too short for a steady state, of
     * which therefore nothing is said, and for a p99.9.
     */
    static List<Trial> brief() {
        Duration timed = Duration.ofMillis(1500);
        List<Trial> trials = new ArrayList<>();
        trials.add(delays("clean", timed));
        trials.add(delays("exponential", timed));
        trials.addAll(faults(Duration.ofMillis(500)));
        trials.add(ceiling(Duration.ofSeconds(1)).deserves(Verdict.DEGRADED, Reason.OFFERED_RATE));
        trials.add(stall("short-stall", timed));
        trials.add(hidden("short-stall", timed));
        return trials;
    }

    /** A moment's work, to warm up for the brief form, as that does for the full one. */
    static List<Trial> first() {
        return List.of(delays("clean", Duration.ofMillis(500)));
    }

    private static Trial delays(String script, Duration duration) {
        return Trial.of(script, PER_SECOND, duration).over(SPREAD).asks(VERDICT, COUNTS, RESPONSES);
    }

    private static Trial acknowledgements(Duration duration) {
        return Trial.of("acknowledgements", PER_SECOND, duration)
                .at(Guarantee.PERSISTED)
                .asks(VERDICT, COUNTS, RESPONSES, PercentilesQuestion.ofAcks());
    }

    private static List<Trial> faults(Duration duration) {
        return List.of(
                fault("loss", duration).at(Guarantee.PERSISTED).deserves(Verdict.INVALID, Reason.LOST),
                fault("flagged-duplicates", duration).at(Guarantee.ACKNOWLEDGED),
                fault("unflagged-duplicates", duration)
                        .at(Guarantee.ACKNOWLEDGED)
                        .deserves(Verdict.INVALID, Reason.DUPLICATED),
                fault("reorder-within", duration).over(4).deserves(Verdict.INVALID, Reason.OUT_OF_ORDER),
                fault("reorder-across", duration).over(4),
                // Nothing is promised of a message that is lost at this guarantee, so that corruption stands alone.
                fault("corruption", duration).deserves(Verdict.INVALID, Reason.CORRUPTED),
                fault("rejection", duration).at(Guarantee.PERSISTED).deserves(Verdict.DEGRADED, Reason.REJECTED),
                fault("lost-acks", duration)
                        .at(Guarantee.PERSISTED)
                        .deserves(Verdict.DEGRADED, Reason.UNKNOWN_OUTCOME));
    }

    private static Trial fault(String script, Duration duration) {
        return Trial.of(script, PER_SECOND, duration).asks(VERDICT, COUNTS);
    }

    private static Trial slowConsumer(Duration duration) {
        return Trial.of("slow-consumer", PER_SECOND, duration)
                .asks(VERDICT, COUNTS, RESPONSES)
                .deserves(Verdict.DEGRADED, Reason.NO_STEADY_STATE);
    }

    private static Trial ceiling(Duration duration) {
        return Trial.of("ceiling", PER_SECOND, duration).asks(VERDICT, COUNTS, RESPONSES);
    }

    private static Trial stall(String script, Duration duration) {
        return Trial.of(script, PER_SECOND_WITH_STALL, duration)
                .named("stall")
                .asks(VERDICT, COUNTS, new SharesQuestion(false));
    }

    private static Trial hidden(String script, Duration duration) {
        return Trial.of(script, PER_SECOND_WITH_STALL, duration)
                .inClosedLoop()
                .named("stall, as a closed loop sees it")
                .asks(new SharesQuestion(true));
    }
}
