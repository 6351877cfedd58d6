package org.busmark.bench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.busmark.bench.adapters.Bounds;
import org.busmark.bench.files.BuiltIns;
import org.busmark.bench.files.WorkloadFile;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.Guarantee;
import org.busmark.results.files.InvalidFileException;
import org.busmark.workload.Rate;
import org.busmark.workload.Shape;
import org.busmark.workload.Suite;
import org.busmark.workload.Work;
import org.busmark.workload.WorkItem;
import org.busmark.workload.Workload;
import org.jspecify.annotations.Nullable;

/**
 * The work of a run, with what the command line overrides.
 *
 * @param suiteName null when workloads were given one by one
 * @param budget the suite's; null when there is none, or what it is for was overridden
 */
record ChosenWork(
        @Nullable String suiteName, Work work, @Nullable Duration budget) {
    private static final String DEFAULT_SUITE = "quick";
    private static final int DEFAULT_ROUNDS = 3;

    /** Months of measuring; a plan holds every one of its runs in memory. */
    private static final int MOST_ROUNDS = 10_000;

    ChosenWork {
        List<Workload> measured = work.items().stream()
                .filter(item -> !item.question().searches())
                .map(WorkItem::workload)
                .toList();
        for (Workload one : measured) {
            if (measured.stream().anyMatch(other -> looksTheSame(one, other) && !one.equals(other))) {
                throw CommandFailure.usage(
                        "two workloads are called " + one.name()
                                + ", with the same message, guarantee and rate; no report could tell them apart, so one needs another name");
            }
        }
    }

    private static boolean looksTheSame(Workload one, Workload other) {
        return one.name().equals(other.name())
                && one.message().equals(other.message())
                && one.guarantee() == other.guarantee()
                && one.rate().equals(other.rate());
    }

    static ChosenWork of(@Nullable String suite, List<String> names, List<String> busIds) throws InvalidFileException {
        if (suite != null && !names.isEmpty()) {
            throw CommandFailure.usage("--suite and --workload exclude each other");
        }
        if (names.isEmpty()) {
            Suite chosen = named("--suite", () -> BuiltIns.suiteNamed(suite == null ? DEFAULT_SUITE : suite));
            return new ChosenWork(chosen.name(), chosen.work(), chosen.budget());
        }
        List<Workload> workloads = new ArrayList<>();
        for (String name : new LinkedHashSet<>(names)) {
            workloads.add(workload(name, Set.copyOf(busIds)));
        }
        // The walkthrough has nothing to repeat: it shows which messages arrive, not how fast.
        boolean onlyShown = workloads.stream().allMatch(workload -> workload.shape() == Shape.WALKTHROUGH);
        return new ChosenWork(null, Work.figures(workloads, onlyShown ? 1 : DEFAULT_ROUNDS), null);
    }

    private static Workload workload(String name, Set<String> busIds) throws InvalidFileException {
        if (!BuiltIns.isWorkload(name) && (isFileName(name) || Files.exists(Path.of(name)))) {
            return WorkloadFile.read(Path.of(name), busIds);
        }
        return named("--workload", () -> BuiltIns.workloadNamed(name));
    }

    private static boolean isFileName(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.indexOf('/') >= 0;
    }

    /** With another guarantee, if one is given. */
    ChosenWork with(@Nullable String guarantee) {
        if (guarantee == null) {
            return this;
        }
        Guarantee other = named("--guarantee", () -> WorkloadFile.guarantee(guarantee));
        return each(workload -> workload.withGuarantee(other));
    }

    /** At another rate, if one is given: those that can be offered one. */
    ChosenWork with(@Nullable Rate rate) {
        if (rate == null) {
            return this;
        }
        if (work.workloads().stream().noneMatch(WorkloadFile::takesRate)) {
            throw CommandFailure.usage("--rate does not fit: no workload of this run can be offered a rate");
        }
        // A search finds its own rates.
        return map(item ->
                WorkloadFile.takesRate(item.workload()) && !item.question().searches()
                        ? item.with(item.workload().withRate(rate))
                        : item);
    }

    /** For another time, if one is given. */
    ChosenWork with(@Nullable Duration warmup, @Nullable Duration duration) {
        if (duration != null && duration.isZero()) {
            throw CommandFailure.usage("--duration is zero; allowed: more than zero");
        }
        return warmup == null && duration == null
                ? this
                : each(workload -> workload.withTimes(
                                Objects.requireNonNullElse(warmup, workload.warmup()),
                                Objects.requireNonNullElse(duration, workload.duration())))
                        .withoutBudget();
    }

    /** With a script for the simulated bus, which must be one of the run's buses. */
    ChosenWork withScript(Map<String, String> script, List<BusAdapter> buses) {
        if (buses.stream().noneMatch(bus -> bus.id().equals(Bounds.STANDARD))) {
            throw CommandFailure.usage("--script does not fit: it is for --bus " + Bounds.STANDARD);
        }
        return each(workload -> workload.withSettings(Bounds.STANDARD, script));
    }

    /** In so many rounds, if given. */
    ChosenWork withRounds(@Nullable Integer other) {
        if (other != null && (other < 1 || other > MOST_ROUNDS)) {
            throw CommandFailure.usage("--rounds is " + other + "; allowed: 1 to " + MOST_ROUNDS);
        }
        return other == null ? this : new ChosenWork(suiteName, work.inRounds(other), null);
    }

    private ChosenWork withoutBudget() {
        return new ChosenWork(suiteName, work, null);
    }

    private ChosenWork each(UnaryOperator<Workload> change) {
        return map(item -> item.with(change.apply(item.workload())));
    }

    /** Overrides may make two items equal; one cell is not measured twice. */
    private ChosenWork map(UnaryOperator<WorkItem> change) {
        return new ChosenWork(suiteName, work.map(change), budget);
    }

    private static <T> T named(String option, java.util.function.Supplier<T> lookup) {
        try {
            return lookup.get();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(option + ": " + e.getMessage(), e);
        }
    }
}
