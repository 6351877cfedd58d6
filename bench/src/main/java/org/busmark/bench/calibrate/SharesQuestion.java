package org.busmark.bench.calibrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.busmark.latency.Series;
import org.busmark.latency.SeriesName;
import org.busmark.simulated.Stall;

/**
 * Which share of the messages a stall delayed by more than each of some times. On a schedule that is the share of the
 * stall in the run, less what lies above the threshold: linear, whatever the rate. A closed loop sends nothing while it
 * waits, so that the same stall delays one message.
 *
 * @param closedLoop whether the observation is a closed loop's, which must hide the stall
 */
record SharesQuestion(boolean closedLoop) implements Trial.Question {
    /** Of the stall's length. */
    private static final double[] THRESHOLDS = {0.1, 0.25, 0.5, 0.75, 0.9};

    /** Of the stall's share: catching up takes time, 20 us a message and more on a slow machine. */
    private static final double ALLOWED = 0.02;

    private static final double HIDDEN_BELOW = 0.5;
    private static final double NS_PER_MS = 1e6;

    @Override
    public List<Check> ask(Observation observed) {
        Stall stall = observed.trial().parsedScript().stalls().get(0);
        Histogram measured = observed.series(closedLoop ? SeriesName.SERVICE : SeriesName.RESPONSE)
                .map(Series::total)
                .orElseGet(() -> new Histogram(3));
        double stallShare =
                (double) stall.lengthNs() / observed.trial().duration().toNanos();
        List<Check> checks = new ArrayList<>();
        for (double threshold : THRESHOLDS) {
            long aboveNs = Math.round(threshold * stall.lengthNs());
            double scripted = ScriptedTimes.shareAbove(observed.scripted().responsesNs(), aboveNs);
            double share = shareAbove(measured, aboveNs);
            String what = String.format(Locale.ROOT, "share over %.0f ms", aboveNs / NS_PER_MS);
            checks.add(
                    closedLoop
                            ? hidden(what, scripted, share)
                            : shown(
                                    what,
                                    scripted,
                                    share,
                                    ScriptedTimes.shareAbove(observed.happened().responsesNs(), aboveNs),
                                    ALLOWED * stallShare));
        }
        return checks;
    }

    private static Check hidden(String what, double scripted, double share) {
        boolean hidden = share < scripted * HIDDEN_BELOW;
        return new Check(
                what,
                "hidden: under " + percent(scripted * HIDDEN_BELOW) + " of " + percent(scripted),
                percent(share),
                "0 %",
                hidden ? Check.Finding.AGREES : Check.Finding.MACHINE,
                hidden ? "" : Check.TOO_BUSY);
    }

    private static Check shown(String what, double scripted, double share, double seen, double tolerance) {
        Check.Finding finding = Check.Finding.INSTRUMENT;
        String note = "";
        if (Math.abs(share - scripted) <= tolerance) {
            finding = Check.Finding.AGREES;
        } else if (Math.abs(share - seen) <= tolerance) {
            finding = Check.Finding.MACHINE;
            note = "the standard saw " + percent(seen) + ": " + Check.TOO_BUSY;
        }
        return new Check(what, percent(scripted), percent(share), percent(tolerance), finding, note);
    }

    private static double shareAbove(Histogram histogram, long ns) {
        long count = histogram.getTotalCount();
        if (count == 0) {
            return 0;
        }
        long above = histogram.getCountBetweenValues(histogram.nextNonEquivalentValue(ns), histogram.getMaxValue());
        return ns >= histogram.getMaxValue() ? 0 : (double) above / count;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
