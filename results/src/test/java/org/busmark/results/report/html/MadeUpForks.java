package org.busmark.results.report.html;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.busmark.latency.SeriesSummary;
import org.busmark.ledger.Verdict;
import org.busmark.results.MadeUp;
import org.busmark.results.record.BacklogRecord;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.CostRecord;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.Load;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesKind;
import org.busmark.results.record.SeriesRecord;

/** Runs as forks would leave them, with interval logs of made-up times that have a long tail. No chance is involved. */
final class MadeUpForks {
    static final int SECONDS = 4;
    private static final int SAMPLES_A_SECOND = 4_000;
    private static final double TAIL = 0.35;

    private final Path folder;
    private final int rounds;

    MadeUpForks(Path folder, int rounds) {
        this.folder = folder;
        this.rounds = rounds;
    }

    /** One for each round; the verdict is that of the last round, the others are VALID. */
    List<ForkRecord> of(CellCoordinates cell, double perSecond, double p50Us, Verdict last) throws IOException {
        List<ForkRecord> forks = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            double luck = 1 + 0.03 * Math.sin(7.0 * round + cell.cellId().length());
            Verdict verdict = round == rounds ? last : Verdict.VALID;
            forks.add(new ForkRecord(cell, run(cell, round, verdict, perSecond * luck, p50Us * luck)));
        }
        return forks;
    }

    private RunRecord run(CellCoordinates cell, int round, Verdict verdict, double perSecond, double p50Us)
            throws IOException {
        Map<SeriesKind, String> files = new EnumMap<>(SeriesKind.class);
        boolean open = cell.load() == Load.OPEN_LOOP;
        SeriesRecord service = series(SeriesKind.SERVICE, cell, round, p50Us, files);
        SeriesRecord response = open ? series(SeriesKind.RESPONSE, cell, round, 1.1 * p50Us, files) : null;
        SeriesRecord jitter = series(SeriesKind.JITTER, cell, round, 30, files);
        return new RunRecord(
                round,
                verdict,
                verdict == Verdict.VALID ? List.of() : List.of(reason(verdict) + RichCampaign.HOSTILE),
                perSecond,
                response,
                service,
                null,
                open ? series(SeriesKind.PACING_LAG, cell, round, 12, files) : null,
                null,
                verdict == Verdict.INVALID ? MadeUp.lossyLedger() : MadeUp.cleanLedger((long) (perSecond * SECONDS)),
                cost(cell, perSecond),
                files,
                Map.of(),
                List.of(),
                "4.4.0",
                "4.4.0",
                cell.bus().equals("kafka") ? Map.of("producer.linger.ms", "5") : Map.of("prefetch", "500"),
                null,
                jitter,
                open ? backlog(p50Us, perSecond) : null,
                0.001,
                0.02,
                null,
                null);
    }

    private static String reason(Verdict verdict) {
        return verdict == Verdict.INVALID ? "lost 3 of 1000000, limit 0 " : "machine jitter p99 is 4.46 ms ";
    }

    private static CostRecord cost(CellCoordinates cell, double perSecond) {
        boolean broker = cell.bus().equals("kafka") || cell.bus().equals("rabbitmq");
        return new CostRecord(
                4e5 / perSecond + 1.2,
                broker ? 7e5 / perSecond + 0.8 : null,
                200_000_000L,
                450_000_000L,
                1.5e8,
                cell.load() == Load.OPEN_LOOP ? 2e5 / perSecond : null);
    }

    private static List<BacklogRecord> backlog(double p50Us, double perSecond) {
        List<BacklogRecord> backlog = new ArrayList<>();
        for (int quarter = 0; quarter < 4 * SECONDS; quarter++) {
            long messages = Math.round(perSecond * p50Us / 1e6 * (1 + 0.4 * Math.sin(quarter)));
            backlog.add(new BacklogRecord(quarter / 4.0, messages, Math.round(quarter * perSecond / 4)));
        }
        return backlog;
    }

    private SeriesRecord series(
            SeriesKind kind, CellCoordinates cell, int round, double p50Us, Map<SeriesKind, String> files)
            throws IOException {
        String name = cell.cellId().replaceAll("[^A-Za-z0-9-]", "_") + "-" + round + "-"
                + kind.name().toLowerCase(Locale.ROOT) + ".hlog";
        Path log = Files.createDirectories(folder.resolve("histograms")).resolve(name);
        files.put(kind, "histograms/" + name);
        Histogram all = new Histogram(3);
        try (PrintStream out = new PrintStream(log.toFile(), StandardCharsets.US_ASCII)) {
            HistogramLogWriter writer = new HistogramLogWriter(out);
            writer.outputLogFormatVersion();
            writer.outputStartTime(1_700_000_000_000L);
            writer.outputLegend();
            for (int second = 0; second < SECONDS; second++) {
                Histogram interval = interval(p50Us * (1 + 0.1 * Math.sin(3.0 * second + round)));
                writer.outputIntervalHistogram(second, second + 1, interval);
                all.add(interval);
            }
        }
        return SeriesRecord.of(SeriesSummary.of(all, 0, 0), 1);
    }

    /** Half of the samples lie below the median, and each further nine is a little more than twice as far out. */
    private static Histogram interval(double p50Us) {
        Histogram interval = new Histogram(3);
        for (int i = 0; i < SAMPLES_A_SECOND; i++) {
            double beyond = 1 / (1 - (i + 0.5) / SAMPLES_A_SECOND);
            interval.recordValue(Math.max(1, Math.round(1e3 * p50Us * Math.pow(beyond / 2, TAIL))));
        }
        return interval;
    }
}
