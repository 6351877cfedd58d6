package org.busmark.results.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.busmark.ledger.Verdict;
import org.busmark.results.campaign.HistogramLogs;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.SeriesKind;

/**
 * {@code .hgrm} files: HdrHistogram's own text of a percentile distribution, which its plotters read. One for each series
 * of each cell, all runs' histograms added; values are microseconds. INVALID cells have none.
 *
 * @param texts by file name
 * @param problems one line for each log that is missing or not whole; that series has no file
 */
public record PercentileFiles(Map<String, String> texts, List<String> problems) {
    private static final int LINES_BEFORE_HALVING = 5;
    private static final double NANOSECONDS = 1_000;

    /** Makes them. */
    public static PercentileFiles of(RunDocument document, HistogramLogs logs) {
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (CellRecord cell : document.cells()) {
            for (SeriesKind kind : SeriesKind.values()) {
                if (cell.verdict() != Verdict.INVALID && cell.series(kind) != null) {
                    try {
                        Histogram added = logs.added(kind, cell.runs());
                        if (added.getTotalCount() > 0) {
                            texts.put(name(cell, kind), text(added));
                        }
                    } catch (IOException e) {
                        problems.add(String.valueOf(e.getMessage()));
                    }
                }
            }
        }
        return new PercentileFiles(texts, List.copyOf(problems));
    }

    private static String text(Histogram nanoseconds) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.US_ASCII)) {
            nanoseconds.outputPercentileDistribution(out, LINES_BEFORE_HALVING, NANOSECONDS);
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    /** A bus may be called anything, a file may not. */
    private static String name(CellRecord cell, SeriesKind kind) {
        String name = cell.bus() + "-" + cell.cellId() + "-" + kind.name().toLowerCase(Locale.ROOT);
        return name.replaceAll("[^A-Za-z0-9-]", "_") + ".hgrm";
    }
}
