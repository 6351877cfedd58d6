package org.busmark.results.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.SeriesKind;

/** What a report says, before a format gives it a look: every sentence and table stands here once. */
public final class Report {
    private final RunDocument document;
    private final BusNames names;
    private final Footnotes footnotes;

    /** A report of a campaign. */
    public Report(RunDocument document) {
        this.document = document;
        this.names = new BusNames(document);
        this.footnotes = new Footnotes(document);
    }

    /** The suite's name, else the run's. */
    public String title() {
        return Objects.requireNonNullElse(document.suite(), document.runId());
    }

    /** Of the whole campaign: the worst of its cells; empty without cells, as of a walkthrough alone. */
    public Optional<Verdict> worst() {
        return verdicts().isEmpty() ? Optional.empty() : Optional.of(Verdict.worst(verdicts()));
    }

    /** How far to believe the campaign, and what is missing; without words when there is nothing to say. */
    public Prose verdict() {
        Prose verdict = worst().map(
                        worst -> Prose.strong("Verdict: " + worst + ".").and(" Cells: " + counts() + "."))
                .orElseGet(
                        () -> document.walkthroughs().isEmpty() ? Prose.strong("Nothing was measured.") : Prose.NONE);
        Prose missing = missing();
        return verdict.isEmpty() || missing.isEmpty()
                ? verdict.and(missing)
                : verdict.and(" ").and(missing);
    }

    /** What brackets mean, and what a difference must show. */
    public Prose howToRead() {
        long corrected = Answers.correctedFor(document);
        String interval =
                "In brackets stands the 95 % interval over rounds, of that one figure or ratio by itself. A ratio is the"
                        + " geometric mean of the rounds' ratios, not the quotient of the two figures beside it.";
        return Prose.of(
                corrected == 0
                        ? interval
                        : interval
                                + " A difference is claimed only where it still shows after Holm's correction for all "
                                + corrected + " comparisons" + noiseFloor()
                                + "; that asks for more than an interval without 1.");
    }

    /** Older files have none. */
    private String noiseFloor() {
        boolean judged = document.comparisons().stream().anyMatch(comparison -> comparison.noiseFloor() != null);
        return judged
                ? ", and is larger than what either cell shows against itself from one run to the next (its noise floor)"
                : "";
    }

    /** Of every work, then of capacities. */
    public List<Answer> answers() {
        return Stream.concat(
                        new Answers(document, footnotes).list().stream(), new Capacities(document).answers().stream())
                .toList();
    }

    /** The works that are looked at side by side, sweeps apart. */
    public List<Work> works() {
        return Work.of(document);
    }

    /** A bus as its authors write it. */
    public String name(String bus) {
        return names.of(bus);
    }

    /** The verdict with the number of its reasons. */
    public String verdict(CellRecord cell) {
        return footnotes.verdict(cell);
    }

    /** Messages a second, with the interval over runs; empty when there is no figure that may be shown. */
    public Optional<Reading> throughput(CellRecord cell) {
        return Optional.ofNullable(Metric.THROUGHPUT.reading(cell));
    }

    /**
     * What rounds had for themselves of a series.
     *
     * @return by heading, such as {@code p99}, with the smallest and the largest of few rounds or the interval of many;
     *     nothing of a single round, nor what may not be shown
     */
    public Map<String, Reading> ofRounds(SeriesKind kind, CellRecord cell) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (Metric metric : Metric.times(kind)) {
            OfRounds.of(metric, cell)
                    .filter(rounds -> rounds.rounds() > 1)
                    .ifPresent(rounds -> readings.put(metric.heading(), rounds.ends()));
        }
        return readings;
    }

    /** Processor time; empty when there is no figure that may be shown. */
    public Optional<Cost> cost(CellRecord cell) {
        return Cost.of(cell, document);
    }

    /** A row for each cell, and beneath a figure how far it lay apart from round to round. */
    public Table figures(CellFigures figures, List<CellRecord> cells) {
        return figures.table(identity(Spread.BENEATH), cells);
    }

    /** The same, without the columns in which all of the work's cells agree: its title has said that. */
    public Table figures(CellFigures figures, Work work) {
        return figures.table(identity(Spread.BENEATH).withoutWhatAllShare(), work.cells());
    }

    /** A row for each point of a curve of latency against load. */
    public Table load(CapacityWork work) {
        return LoadTable.of(
                document, work.capacities(), identity(Spread.BENEATH).withoutWhatAllShare());
    }

    /** Why verdicts are not VALID, by number. */
    public Section reasons() {
        return section("Reasons", footnotes.bulletsWithDisturbances());
    }

    /** The source document's example. */
    public Section walkthrough() {
        if (document.walkthroughs().isEmpty()) {
            return section("Walkthrough");
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(WalkthroughTable.of(document));
        blocks.addAll(WalkthroughTable.steps(document));
        return new Section("Walkthrough", blocks);
    }

    /** What each bus was found to sustain. */
    public Section capacity() {
        Table table = new Capacities(document).table();
        return table.isEmpty() ? section("Capacity") : section("Capacity", Prose.of(Capacities.HOW), table);
    }

    /** Latency at shares of what each bus sustains. */
    Section load() {
        Table table = LoadTable.of(document, document.capacities(), identity(Spread.BESIDE_P99));
        return table.isEmpty()
                ? section("Latency against load")
                : section("Latency against load", Prose.of(LoadTable.HOW), table);
    }

    /** Statements of the source document, judged. */
    public Section claims() {
        return ClaimsSection.of(document);
    }

    /** What the systems were asked to do, which is the same for all. */
    public Section workloads() {
        return new Section("Workloads", WorkloadTable.of(document));
    }

    /** How equal the systems were asked to be. */
    public Section settings() {
        return new Section("Settings side by side", new Settings(document).blocks());
    }

    /** Cells that a system does not offer. */
    public Section notOffered() {
        return section("Not offered", Bullets.of(NotThere.notOffered(document)));
    }

    /** Buses that could not be had. */
    public Section notMeasured() {
        return section("Not measured", Bullets.of(NotThere.notMeasured(document)));
    }

    /** What it ran on. */
    public Section environment() {
        return section(
                "Environment",
                EnvironmentTable.buses(document),
                EnvironmentTable.brokers(document),
                EnvironmentTable.of(document));
    }

    /** What speaks against carrying the figures elsewhere. */
    public Section threats() {
        return section("Threats to validity", Bullets.of(Threats.of(document).stream()));
    }

    /** The command. */
    public Section repeat() {
        String command = ShellWords.join(document.harness().command());
        return command.isEmpty() ? section("To repeat it") : section("To repeat it", new Command(command));
    }

    /** What the words mean without which no table can be read. */
    public Section words() {
        return Legend.section();
    }

    CellTable identity(Spread spread) {
        return new CellTable(names, footnotes, spread);
    }

    private List<Verdict> verdicts() {
        return document.cells().stream().map(CellRecord::verdict).toList();
    }

    private String counts() {
        return Stream.of(Verdict.values())
                .map(verdict -> count(verdict) + " " + verdict)
                .collect(Collectors.joining(", "));
    }

    /** How many cells have it. */
    public long count(Verdict verdict) {
        return verdicts().stream().filter(verdict::equals).count();
    }

    /** Buses that could not be had; without words when all could. */
    public Prose missing() {
        String missing = document.buses().stream()
                .filter(bus -> bus.notMeasured() != null)
                .map(bus -> bus.displayName())
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? Prose.NONE
                : Prose.strong("Not measured: " + missing).and(" (why and what mends it stands below).");
    }

    /** Lists and tables without anything in them are left out, and with them the section. */
    private static Section section(String title, Block... blocks) {
        return new Section(
                title, Stream.of(blocks).filter(Report::saysSomething).toList());
    }

    private static boolean saysSomething(Block block) {
        if (block instanceof Bullets bullets) {
            return !bullets.points().isEmpty();
        }
        return !(block instanceof Table table) || !table.isEmpty();
    }
}
