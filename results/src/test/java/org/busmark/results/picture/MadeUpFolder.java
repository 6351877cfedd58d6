package org.busmark.results.picture;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.busmark.bus.Guarantee;
import org.busmark.latency.SeriesSummary;
import org.busmark.ledger.Verdict;
import org.busmark.results.MadeUp;
import org.busmark.results.campaign.CellAssembler;
import org.busmark.results.campaign.HistogramLogs;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.Rate;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesKind;
import org.busmark.results.record.SeriesRecord;
import org.jspecify.annotations.Nullable;

/** A run's folder with real interval logs of made-up runs. */
final class MadeUpFolder {
    private final Path folder;
    private final List<ForkRecord> forks = new ArrayList<>();
    private final List<CapacityRecord> capacities = new ArrayList<>();

    MadeUpFolder(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("histograms"));
    }

    /** A histogram of so many equal samples. */
    static Histogram samples(long count, long ns) {
        Histogram histogram = new Histogram(3);
        histogram.recordValueWithCount(ns, count);
        return histogram;
    }

    static CellCoordinates openLoop(String bus, String workload, double perSecond) {
        return new CellCoordinates(
                bus + "-" + workload + "-" + Math.round(perSecond),
                bus,
                workload,
                Guarantee.FIRE_AND_FORGET,
                Rate.perSecond(perSecond),
                100,
                "OpenLoopBenchmark");
    }

    static CellCoordinates roundTrip(String bus, String workload) {
        return new CellCoordinates(
                bus + "-" + workload, bus, workload, Guarantee.FIRE_AND_FORGET, Rate.MAX, 100, "RoundTripBenchmark");
    }

    static CellCoordinates stream(String bus) {
        return new CellCoordinates(
                bus + "-stream", bus, "stream", Guarantee.FIRE_AND_FORGET, Rate.MAX, 100, "StreamBenchmark");
    }

    /** A run whose figure of latency has these intervals of a second each. */
    MadeUpFolder run(CellCoordinates cell, int round, Verdict verdict, List<Histogram> seconds) throws IOException {
        boolean open = !cell.rate().closedLoop();
        SeriesKind kind = open ? SeriesKind.RESPONSE : SeriesKind.SERVICE;
        String file = "histograms/" + forks.size() + ".hlog";
        SeriesRecord series = series(seconds);
        write(file, seconds);
        forks.add(new ForkRecord(
                cell, record(round, verdict, 1_000, open ? series : null, open ? null : series, Map.of(kind, file))));
        return this;
    }

    /** A run of the closed loop. */
    MadeUpFolder throughput(String bus, int round, Verdict verdict, double perSecond) {
        forks.add(new ForkRecord(stream(bus), record(round, verdict, perSecond, null, null, Map.of())));
        return this;
    }

    MadeUpFolder capacity(CapacityRecord capacity) {
        capacities.add(capacity);
        return this;
    }

    /** What a campaign would make of it. */
    RunDocument document() throws IOException {
        List<CellRecord> cells = new CellAssembler(new HistogramLogs(folder)).assemble(forks);
        RunDocument made = MadeUp.document(cells, List.of());
        return new RunDocument(
                made.schemaVersion(),
                made.runId(),
                made.startedAt(),
                made.harness(),
                made.seed(),
                made.suite(),
                made.environment(),
                made.buses(),
                made.notOffered(),
                made.cells(),
                made.comparisons(),
                made.claims(),
                made.walkthroughs(),
                capacities);
    }

    RunMaterial material() throws IOException {
        return new RunMaterial(folder, document());
    }

    Path log(int number) {
        return folder.resolve("histograms/" + number + ".hlog");
    }

    private static SeriesRecord series(List<Histogram> seconds) {
        Histogram all = new Histogram(3);
        seconds.forEach(all::add);
        return SeriesRecord.of(SeriesSummary.of(all, 0, 0), 1);
    }

    private void write(String file, List<Histogram> seconds) throws IOException {
        try (PrintStream out = new PrintStream(folder.resolve(file).toFile(), StandardCharsets.US_ASCII)) {
            HistogramLogWriter writer = new HistogramLogWriter(out);
            writer.outputLogFormatVersion();
            writer.outputStartTime(1_700_000_000_000L);
            writer.outputLegend();
            for (int second = 0; second < seconds.size(); second++) {
                writer.outputIntervalHistogram(second, second + 1, seconds.get(second));
            }
        }
    }

    private static RunRecord record(
            int round,
            Verdict verdict,
            double perSecond,
            @Nullable SeriesRecord response,
            @Nullable SeriesRecord service,
            Map<SeriesKind, String> files) {
        return new RunRecord(
                round,
                verdict,
                verdict == Verdict.VALID ? List.of() : List.of("made up"),
                perSecond,
                response,
                service,
                null,
                null,
                null,
                MadeUp.cleanLedger(1_000),
                null,
                files,
                Map.of(),
                List.of(),
                null,
                null,
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
