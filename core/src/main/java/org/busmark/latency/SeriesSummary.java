package org.busmark.latency;

import java.util.OptionalDouble;

/**
 * The figures of a series that reports print, us. A percentile is absent when fewer than 10 samples lie above it, the
 * maximum when there is no sample.
 *
 * @param count values in the histograms
 * @param negative values below 0, which no histogram holds
 * @param outOfRange values above an hour, which no histogram holds
 */
public record SeriesSummary(
        OptionalDouble p50Us,
        OptionalDouble p90Us,
        OptionalDouble p99Us,
        OptionalDouble p999Us,
        OptionalDouble p9999Us,
        OptionalDouble maxUs,
        long count,
        long negative,
        long outOfRange) {
    public SeriesSummary {
        if (count < 0 || negative < 0 || outOfRange < 0) {
            throw new IllegalArgumentException("a count is negative: " + count + ", " + negative + ", " + outOfRange);
        }
    }
}
