package org.busmark.results.campaign;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesKind;
import org.busmark.results.record.SeriesRecord;

/** Adds a series' histograms over runs. */
@FunctionalInterface
public interface SeriesMerger {
    /**
     * Merges.
     *
     * @param runs of one cell
     * @return without the interval over runs; empty when no run has the series
     * @throws IOException if a histogram that a run names cannot be read
     */
    Optional<SeriesRecord> merge(SeriesKind kind, List<RunRecord> runs) throws IOException;
}
