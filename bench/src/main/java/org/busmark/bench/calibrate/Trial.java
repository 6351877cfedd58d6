package org.busmark.bench.calibrate;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.busmark.bench.files.ScriptFile;
import org.busmark.bus.Guarantee;
import org.busmark.ledger.Verdict;
import org.busmark.simulated.Script;
import org.busmark.simulated.ScriptText;
import org.busmark.simulated.SimulatedAdapter;
import org.busmark.verdict.Reason;
import org.busmark.wire.Body;
import org.busmark.workload.DataSize;
import org.busmark.workload.Keys;
import org.busmark.workload.Rate;
import org.busmark.workload.Shape;
import org.busmark.workload.Workload;

/**
 * One script with the work that is done on it and what must come of it.
 *
 * @param script name of the built-in script
 * @param shape queue (open loop) or round trip (closed loop)
 * @param perSecond offered, in the open loop
 * @param partitions over which messages go in turn. Many where each message has a delay of its own: a partition keeps its
 *     order, so only in partitions of their own do a quick and a slow message not wait for each other
 * @param verdict that the script deserves
 * @param reasons kinds of reasons that it deserves, and no others
 * @param questions asked of what was observed
 */
record Trial(
        String name,
        String script,
        Shape shape,
        double perSecond,
        Duration duration,
        int partitions,
        Guarantee guarantee,
        Verdict verdict,
        Set<Reason> reasons,
        List<Question> questions) {
    private static final DataSize MESSAGE = new DataSize(100);

    Trial {
        reasons = Set.copyOf(reasons);
        questions = List.copyOf(questions);
    }

    /** Asks one thing of what was observed. */
    @FunctionalInterface
    interface Question {
        List<Check> ask(Observation observed);
    }

    /** An open loop over one partition, VALID until told otherwise. */
    static Trial of(String script, double perSecond, Duration duration) {
        return new Trial(
                script,
                script,
                Shape.QUEUE,
                perSecond,
                duration,
                1,
                Guarantee.FIRE_AND_FORGET,
                Verdict.VALID,
                Set.of(),
                List.of());
    }

    Trial named(String other) {
        return new Trial(other, script, shape, perSecond, duration, partitions, guarantee, verdict, reasons, questions);
    }

    Trial at(Guarantee other) {
        return new Trial(name, script, shape, perSecond, duration, partitions, other, verdict, reasons, questions);
    }

    Trial over(int otherPartitions) {
        return new Trial(
                name, script, shape, perSecond, duration, otherPartitions, guarantee, verdict, reasons, questions);
    }

    Trial deserves(Verdict other, Reason... kinds) {
        return new Trial(
                name, script, shape, perSecond, duration, partitions, guarantee, other, Set.of(kinds), questions);
    }

    Trial asks(Question... others) {
        return new Trial(
                name, script, shape, perSecond, duration, partitions, guarantee, verdict, reasons, List.of(others));
    }

    Trial inClosedLoop() {
        return new Trial(
                name,
                script,
                Shape.ROUND_TRIP,
                perSecond,
                duration,
                partitions,
                guarantee,
                verdict,
                reasons,
                questions);
    }

    Map<String, String> settings() {
        return ScriptFile.builtIn(script);
    }

    Script parsedScript() {
        return ScriptText.parse(settings());
    }

    Workload workload() {
        return new Workload(
                "calibrate-" + script,
                shape,
                MESSAGE,
                Body.RANDOM,
                1,
                partitions,
                partitions == 1 ? Keys.NONE : new Keys(Keys.Kind.ROUND_ROBIN, 0),
                1,
                1,
                1,
                guarantee,
                shape == Shape.ROUND_TRIP ? Rate.MAX : new Rate(perSecond),
                10_000,
                Duration.ofSeconds(1),
                Duration.ZERO,
                duration,
                Map.of(SimulatedAdapter.ID, settings()));
    }
}
