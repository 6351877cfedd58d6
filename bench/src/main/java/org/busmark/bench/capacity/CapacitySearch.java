package org.busmark.bench.capacity;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.busmark.bench.capacity.Finding.Answer;
import org.busmark.bench.capacity.Finding.Late;
import org.busmark.bench.plan.CellRunner;
import org.busmark.results.record.CapacityRecord;
import org.busmark.verdict.Words;
import org.busmark.workload.Cell;
import org.busmark.workload.LoopKind;
import org.busmark.workload.Rate;
import org.busmark.workload.Workload;
import org.jspecify.annotations.Nullable;

/**
 * Finds the highest rate at which the backlog does not grow and response p99 meets the objective: a geometric climb, then
 * bisection to 2 %, then a longer run at the rate that was found. If that one misses it, the rate goes down by 2 %, then
 * by twice as much each time, until one holds, and up again by halves to within 5 %. What was not verified is not printed.
 *
 * <p><b>Cost.</b> 11 to 15 runs of about 4 s and what a run costs beside, least in a JVM that made others before it, for a
 * capacity between 1,000 and 1,000,000 a second; on a noisy machine {@value #MOST_PROBES} and a few more to verify.
 *
 * <p><b>Bias.</b> A rate that is sustained at once is believed; one that is missed as a moment of the machine can make any
 * bus miss it is asked up to twice more, and is missed when two of three runs miss it. So a rate that a single run sustains
 * with probability q passes with q + (1 - q) q², which for one in two is 0.63. That leans upwards where the bus itself
 * meets the objective now and then only; the verification takes part of it back. Not to ask again would lean downwards,
 * and further: where the machine spoils one run in ten, it makes every second search miss the capacity by more than 2 %,
 * against one in twenty. The margins of {@link org.busmark.verdict.Limits} let pass up to 1 % more than the bus can do for
 * ever; the resolution leaves up to 2 % below it.
 */
public final class CapacitySearch {
    /** Rounds of probes count from here, so that no record of a probe is taken for one of a campaign's round. */
    public static final int FIRST_ROUND = 1_001;

    /**
     * More are not made before the verification: where one run in two misses a rate, the machine decides how far a search
     * gets, and it would wander for as long as it is let.
     */
    static final int MOST_PROBES = 22;

    /** Of the rate: the resolution of the search at first, then twice as much each time; all five halve a rate. */
    private static final double STEP_DOWN = 0.02;

    private static final int MOST_STEPS_DOWN = 5;
    private static final double VERIFIED_WITHIN = 1.05;
    private static final String HIGHEST_TRIED =
            "a lower bound: " + Words.perSecond(Bracket.HIGHEST) + " is the highest rate that is tried";

    private static final String BROKEN_OFF =
            "a lower bound: after " + MOST_PROBES + " probes it was still in doubt which higher rates are sustained";

    private final Cell cell;
    private final Probes probes;
    private final ProbeTimes times;
    private final Bracket bracket = new Bracket();
    private final Map<Double, Finding> misses = new HashMap<>();

    private CapacitySearch(Cell cell, Probes probes, ProbeTimes times) {
        this.cell = cell;
        this.probes = probes;
        this.times = times;
    }

    /**
     * Searches; blocks for about a minute and a half.
     *
     * @param cell a workload that can be offered a rate; its own rate, warm-up and duration are not used
     * @param runner runs the probes, one after the other, in rounds from {@link #FIRST_ROUND}
     * @param progress told before each probe, in one line
     * @return with an empty sweep; {@code perSecond} is null, with the reason, when no rate was sustained and verified
     * @throws IllegalArgumentException for a workload that cannot be offered a rate, or has no objective
     * @throws IOException if the runner cannot store a record
     */
    public static CapacityRecord find(Cell cell, CellRunner runner, Consumer<String> progress) throws IOException {
        return find(cell, runner, progress, ProbeTimes.USUAL);
    }

    static CapacityRecord find(Cell cell, CellRunner runner, Consumer<String> progress, ProbeTimes times)
            throws IOException {
        Workload workload = cell.workload();
        if (workload.withRate(new Rate(Bracket.START)).loop() != LoopKind.OPEN) {
            throw new IllegalArgumentException(
                    workload.name() + " is a " + workload.shape().text() + " and cannot be offered a rate");
        }
        if (workload.objective().isZero()) {
            throw new IllegalArgumentException(workload.name() + " has an objective of 0; allowed: more");
        }
        return new CapacitySearch(cell, new Probes(cell, runner, progress, times.warmUp()), times).search();
    }

    private CapacityRecord search() throws IOException {
        OptionalDouble next = bracket.next();
        for (; next.isPresent() && probes.asked().size() < MOST_PROBES; next = bracket.next()) {
            double rate = next.getAsDouble();
            Finding finding = probes.ask(rate, times.probe());
            if (finding.isSustained()) {
                bracket.sustained(rate);
            } else if (finding.answer() == Answer.NOTHING_MEASURED
                    && bracket.highestSustained().isEmpty()) {
                return record(null, "runs failed at " + Words.perSecond(rate) + ": " + finding.why());
            } else {
                bracket.missed(rate);
                misses.put(rate, finding);
            }
        }
        OptionalDouble found = bracket.highestSustained();
        return found.isPresent()
                ? verified(found.getAsDouble(), next.isPresent())
                : record(
                        null,
                        "not even " + Words.perSecond(Bracket.LOWEST) + " was sustained: "
                                + lowestMiss().why());
    }

    private CapacityRecord verified(double found, boolean brokenOff) throws IOException {
        Finding finding = probes.ask(found, times.verification());
        if (finding.isSustained()) {
            return record(found, brokenOff ? BROKEN_OFF : upperEnd());
        }
        double missed = found;
        double down = STEP_DOWN;
        for (int step = 1; step <= MOST_STEPS_DOWN; step++) {
            double rate = Bracket.rounded(missed * (1 - down));
            Finding lower = probes.ask(rate, times.verification());
            if (lower.isSustained()) {
                return between(rate, missed, finding);
            }
            missed = rate;
            finding = lower;
            down *= 2;
        }
        return record(
                null,
                Words.perSecond(found) + " was sustained once, but no rate from it down to " + Words.perSecond(missed)
                        + " when it was verified; at the last: " + finding.why());
    }

    /** Halves what lies between a verified rate and one that was missed when it was verified, until little is left. */
    private CapacityRecord between(double verified, double above, Finding miss) throws IOException {
        double sustained = verified;
        double missed = above;
        Finding missing = miss;
        while (missed > VERIFIED_WITHIN * sustained) {
            double rate = Bracket.rounded(Math.sqrt(sustained * missed));
            Finding finding = probes.ask(rate, times.verification());
            if (finding.isSustained()) {
                sustained = rate;
            } else {
                missed = rate;
                missing = finding;
            }
        }
        return record(sustained, lowerBound(missing));
    }

    private @Nullable String upperEnd() {
        return bracket.lowestMissed().isPresent() ? lowerBound(lowestMiss()) : HIGHEST_TRIED;
    }

    private Finding lowestMiss() {
        return Objects.requireNonNull(misses.get(bracket.lowestMissed().orElseThrow()));
    }

    private static @Nullable String lowerBound(Finding miss) {
        if (miss.late() == Late.BETWEEN_SENDS) {
            return "a lower bound: above it the instrument could not send on time, whatever the bus would have done ("
                    + miss.why() + ")";
        }
        if (miss.answer() == Answer.DOUBTFUL && !miss.machine().isEmpty()) {
            return "a lower bound: what was missed above it the machine may have caused (" + miss.machine() + ")";
        }
        return null;
    }

    private CapacityRecord record(@Nullable Double perSecond, @Nullable String reason) {
        Workload workload = cell.workload();
        return new CapacityRecord(
                cell.bus(),
                workload.name(),
                workload.guarantee(),
                workload.message().bytes(),
                Sustained.objectiveUs(workload),
                perSecond,
                reason,
                probes.asked(),
                List.of());
    }
}
