package org.busmark.bench.calibrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.busmark.latency.Series;
import org.busmark.latency.SeriesName;

/**
 * Percentiles of a series against those of the times that were scripted for exactly these messages: within 1 %, or one
 * step of the histogram where that is more. Where they differ and the standard itself saw what the instrument measured,
 * the machine is to blame.
 *
 * @param scriptedNs which of the scripted times
 * @param happenedNs the same of what the standard saw
 */
record PercentilesQuestion(
        SeriesName series, Function<ScriptedTimes, long[]> scriptedNs, Function<StandardTimes, long[]> happenedNs)
        implements Trial.Question {
    private static final double[] PERCENTILES = {50, 99, 99.9};
    private static final double ALLOWED = 0.01;
    private static final double SAMPLES_ABOVE = 10;
    private static final double NS_PER_MS = 1e6;

    static PercentilesQuestion ofResponses() {
        return new PercentilesQuestion(SeriesName.RESPONSE, ScriptedTimes::responsesNs, StandardTimes::responsesNs);
    }

    static PercentilesQuestion ofAcks() {
        return new PercentilesQuestion(SeriesName.ACK, ScriptedTimes::acksNs, StandardTimes::acksNs);
    }

    @Override
    public List<Check> ask(Observation observed) {
        long[] scripted = scriptedNs.apply(observed.scripted());
        List<Check> checks = new ArrayList<>();
        for (double percentile : PERCENTILES) {
            if (scripted.length * (100 - percentile) / 100 >= SAMPLES_ABOVE - 1e-6) {
                checks.add(check(observed, percentile, ScriptedTimes.percentileNs(scripted, percentile)));
            }
        }
        if (series == SeriesName.RESPONSE) {
            checks.add(lateness(observed, ScriptedTimes.percentileNs(scripted, 50)));
        }
        return checks;
    }

    private Check check(Observation observed, double percentile, long expectedNs) {
        String what = "%s p%s".formatted(series.key(), percentile == 99.9 ? "99.9" : Math.round(percentile));
        Histogram measured = observed.series(series).map(Series::total).orElse(null);
        long[] happened = happenedNs.apply(observed.happened());
        if (measured == null || happened.length == 0) {
            return new Check(what, ms(expectedNs), "nothing", "1 %", Check.Finding.INSTRUMENT);
        }
        long measuredNs = measured.getValueAtPercentile(percentile);
        long seenNs = ScriptedTimes.percentileNs(happened, percentile);
        Check.Finding finding = Check.Finding.INSTRUMENT;
        String note = "";
        if (agree(measured, measuredNs, expectedNs)) {
            finding = Check.Finding.AGREES;
        } else if (agree(measured, measuredNs, seenNs)) {
            finding = Check.Finding.MACHINE;
            note = "the standard saw " + ms(seenNs) + ": " + Check.TOO_BUSY;
        }
        return new Check(what, ms(expectedNs), ms(measuredNs), ms(toleranceNs(measured, expectedNs)), finding, note);
    }

    private static boolean agree(Histogram measured, long measuredNs, long expectedNs) {
        return Math.abs(measuredNs - expectedNs) <= toleranceNs(measured, expectedNs);
    }

    private static long toleranceNs(Histogram measured, long expectedNs) {
        return Math.max(allowedNs(expectedNs), measured.sizeOfEquivalentValueRange(Math.max(0, expectedNs)));
    }

    private static Check lateness(Observation observed, long medianNs) {
        long allowedNs = allowedNs(medianNs);
        long lateNs = observed.standard().lateness().getValueAtPercentile(99);
        boolean inTime = lateNs <= allowedNs;
        return new Check(
                "the standard's lateness p99",
                "0.000 ms",
                ms(lateNs),
                ms(allowedNs),
                inTime ? Check.Finding.AGREES : Check.Finding.MACHINE,
                inTime ? "" : "the standard was late: " + Check.TOO_BUSY);
    }

    private static long allowedNs(long scriptedNs) {
        return Math.round(ALLOWED * scriptedNs);
    }

    private static String ms(long ns) {
        return String.format(Locale.ROOT, "%.3f ms", ns / NS_PER_MS);
    }
}
