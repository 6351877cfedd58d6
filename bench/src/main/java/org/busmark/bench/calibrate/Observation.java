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
 * @param scripted what the script makes of an undisturbed schedule
 * @param happened what the simulated bus saw happen
 */
record Observation(Trial trial, TrafficReport report, Truth standard, ScriptedTimes scripted, StandardTimes happened) {
    private static final double LATE_SHARE = 0.01;

    Optional<Series> series(SeriesName name) {
        return report.series().stream().filter(one -> one.name() == name).findFirst();
    }

    /** Whether sends reached the standard late, or it delivered late, by 1 % of the run: then rates and trends mean nothing. */
    boolean isDisturbed() {
        double muchNs = LATE_SHARE * trial.duration().toNanos();
        long[] sentLateNs = happened.sentLateNs();
        boolean sentLate = sentLateNs.length > 0 && sentLateNs[sentLateNs.length - 1] > muchNs;
        return sentLate || standard.lateness().getMaxValue() > muchNs;
    }
}
