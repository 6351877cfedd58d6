package org.busmark.results.picture;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.busmark.ledger.Verdict;
import org.busmark.results.campaign.HistogramLog.Interval;
import org.busmark.results.campaign.HistogramLogs;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesKind;
import org.busmark.results.record.UnreadableRecordException;

/** A run as pictures need it: its record, its interval logs, and how its buses are called and coloured. */
final class RunMaterial {
    private final RunDocument document;
    private final HistogramLogs logs;
    private final Palette palette;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> ofSweeps = new HashSet<>();
    private final List<String> unreadable = new ArrayList<>();

    /** @param folder that the document's histograms lie in */
    RunMaterial(Path folder, RunDocument document) {
        this.document = document;
        this.logs = new HistogramLogs(folder);
        for (BusRecord bus : document.buses()) {
            names.putIfAbsent(bus.bus(), Label.name(bus.displayName()));
        }
        document.cells().forEach(cell -> names.putIfAbsent(cell.bus(), Label.name(cell.bus())));
        palette = new Palette(List.copyOf(names.keySet()));
        document.capacities().forEach(capacity -> capacity.sweep().forEach(point -> ofSweeps.add(point.cellId())));
    }

    RunDocument document() {
        return document;
    }

    /** Cells other than those that were measured at shares of a capacity, which have a picture of their own. */
    List<CellRecord> cells() {
        return document.cells().stream()
                .filter(cell -> !ofSweeps.contains(cell.cellId()))
                .toList();
    }

    /** As its authors write it, else its id. */
    String name(String bus) {
        return names.getOrDefault(bus, Label.name(bus));
    }

    Color colour(String bus) {
        return palette.of(bus);
    }

    /** Logs that could not be read, a line each; their curves are missing. */
    List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    /**
     * A cell's series second by second, all its rounds added: data are merged, never percentiles.
     *
     * @return by their start; empty where there is no such series, or its log cannot be read
     */
    List<Interval> intervals(CellRecord cell, SeriesKind kind) throws IOException {
        TreeMap<Double, Interval> byStart = new TreeMap<>();
        try {
            for (RunRecord run : cell.runs()) {
                if (run.verdict() != Verdict.INVALID) {
                    logs.intervals(kind, run).forEach(one -> byStart.merge(one.startSeconds(), one, RunMaterial::plus));
                }
            }
        } catch (UnreadableRecordException e) {
            if (!unreadable.contains(e.getMessage())) {
                unreadable.add(String.valueOf(e.getMessage()));
            }
            return List.of();
        }
        return List.copyOf(byStart.values());
    }

    /** The same in one histogram of nanoseconds; without samples where there are none. */
    Histogram histogram(CellRecord cell, SeriesKind kind) throws IOException {
        Histogram sum = new Histogram(3);
        for (Interval interval : intervals(cell, kind)) {
            sum.add(interval.histogram());
        }
        return sum;
    }

    private static Interval plus(Interval one, Interval other) {
        Histogram sum = one.histogram().copy();
        sum.add(other.histogram());
        return new Interval(one.startSeconds(), Math.max(one.lengthSeconds(), other.lengthSeconds()), sum);
    }
}
