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
 * step of the histogram where that is more. A difference that is no larger than what the standard itself, or the sending
 * thread, was late at the same percentile is put down to the machine.
 *
 * @param expectedNs which of the scripted times
 */
record PercentilesQuestion(SeriesName series, Function<ScriptedTimes, long[]> expectedNs) implements Trial.Question {
    private static final double[] PERCENTILES = {50, 99, 99.9};
    private static final double ALLOWED = 0.01;
    private static final double SAMPLES_ABOVE = 10;
    private static final double NS_PER_MS = 1e6;

    static PercentilesQuestion ofResponses() {
        return new PercentilesQuestion(SeriesName.RESPONSE, ScriptedTimes::responsesNs);
    }

    static PercentilesQuestion ofAcks() {
        return new PercentilesQuestion(SeriesName.ACK, ScriptedTimes::acksNs);
    }

    @Override
    public List<Check> ask(Observation observed) {
        long[] scriptedNs = expectedNs.apply(observed.expected());
        List<Check> checks = new ArrayList<>();
        for (double percentile : PERCENTILES) {
            if (scriptedNs.length * (100 - percentile) / 100 >= SAMPLES_ABOVE - 1e-6) {
                checks.add(check(observed, percentile, ScriptedTimes.percentileNs(scriptedNs, percentile)));
            }
        }
        if (series == SeriesName.RESPONSE) {
            checks.add(lateness(observed, ScriptedTimes.percentileNs(scriptedNs, 50)));
        }
        return checks;
    }

    private Check check(Observation observed, double percentile, long scriptedNs) {
        Histogram measured = observed.series(series).map(Series::total).orElse(null);
        String what = "%s p%s".formatted(series.key(), percentile == 99.9 ? "99.9" : Math.round(percentile));
        if (measured == null) {
            return new Check(what, ms(scriptedNs), "nothing", "1 %", Check.Finding.INSTRUMENT);
        }
        long toleranceNs = Math.max(allowedNs(scriptedNs), measured.sizeOfEquivalentValueRange(scriptedNs));
        long measuredNs = measured.getValueAtPercentile(percentile);
        long excessNs = measuredNs - scriptedNs;
        String shown = ms(measuredNs);
        if (Math.abs(excessNs) <= toleranceNs) {
            return new Check(what, ms(scriptedNs), shown, ms(toleranceNs), Check.Finding.AGREES);
        }
        long standardLateNs = observed.standard().lateness().getValueAtPercentile(percentile);
        long sentLateNs = observed.series(SeriesName.PACING_LAG)
                .map(lag -> lag.total().getValueAtPercentile(percentile))
                .orElse(0L);
        boolean explained = excessNs > 0 && excessNs - toleranceNs <= standardLateNs + sentLateNs;
        String why = explained
                ? " (the standard was late by " + ms(standardLateNs) + ", the sender by " + ms(sentLateNs)
                        + ": machine too busy to calibrate)"
                : "";
        return new Check(
                what,
                ms(scriptedNs),
                shown + why,
                ms(toleranceNs),
                explained ? Check.Finding.MACHINE : Check.Finding.INSTRUMENT);
    }

    private static Check lateness(Observation observed, long medianNs) {
        long allowedNs = allowedNs(medianNs);
        long lateNs = observed.standard().lateness().getValueAtPercentile(99);
        boolean inTime = lateNs <= allowedNs;
        return new Check(
                "the standard's lateness p99",
                "0 ms",
                ms(lateNs) + (inTime ? "" : " (the standard was late: machine too busy to calibrate)"),
                ms(allowedNs),
                inTime ? Check.Finding.AGREES : Check.Finding.MACHINE);
    }

    private static long allowedNs(long scriptedNs) {
        return Math.round(ALLOWED * scriptedNs);
    }

    private static String ms(long ns) {
        return String.format(Locale.ROOT, "%.3f ms", ns / NS_PER_MS);
    }
}
