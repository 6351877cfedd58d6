package org.busmark.bench.calibrate;

import java.util.Optional;
import org.busmark.latency.Series;
import org.busmark.latency.SeriesName;
import org.busmark.simulated.Truth;
import org.busmark.traffic.TrafficReport;

/**
 * What a trial came to.
 *
 * @param report by the instrument
 * @param standard what the simulated bus counted of itself
 * @param expected what the script makes of an undisturbed schedule
 */
record Observation(Trial trial, TrafficReport report, Truth standard, ScriptedTimes expected) {
    Optional<Series> series(SeriesName name) {
        return report.series().stream().filter(one -> one.name() == name).findFirst();
    }
}
