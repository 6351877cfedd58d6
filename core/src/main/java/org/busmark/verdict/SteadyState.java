package org.busmark.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;
import org.busmark.latency.Series;
import org.busmark.ledger.Judgement;
import org.busmark.ledger.LedgerTotals;
import org.busmark.workload.LoopKind;

/**
 * Whether the run was in one state from its beginning to its end. A figure of a bus that falls behind, or is still
 * warming up, or stood still for a while, depends on how long one looks.
 */
final class SteadyState {
    private static final int MOST_INTERVALS = 10;
    private static final long VALUES_LEAST = 20;
    private static final double NS_PER_US = 1e3;

    private final RunHistory history;
    private final List<String> objections = new ArrayList<>();

    private SteadyState(RunHistory history) {
        this.history = history;
    }

    static Judgement judge(RunHistory history) {
        SteadyState steady = new SteadyState(history);
        if (history.loop() == LoopKind.OPEN) {
            steady.backlog();
        }
        if (history.loop() == LoopKind.CLOSED) {
            steady.rate();
        }
        history.figure().ifPresent(steady::medians);
        return steady.objections.isEmpty()
                ? Judgement.VALID
                : Judgement.degraded(Reason.NO_STEADY_STATE.because(": " + String.join("; ", steady.objections)));
    }

    /** What never arrived is no backlog: the ledger judges it. */
    private void backlog() {
        LedgerTotals ledger = history.ledger();
        BacklogGrowth.of(
                        history.conditions().backlog(),
                        ledger.attempted() - ledger.ok(),
                        history.offer().perSecond())
                .map(BacklogGrowth::words)
                .ifPresent(objections::add);
    }

    private void medians(Series series) {
        List<Histogram> intervals = series.intervals().stream()
                .filter(interval -> interval.getTotalCount() >= VALUES_LEAST)
                .toList();
        if (intervals.size() < Limits.INTERVALS_LEAST) {
            return;
        }
        double[] seconds = intervals.stream()
                .mapToDouble(interval -> interval.getStartTimeStamp() / 1e3)
                .toArray();
        double[] medians = intervals.stream()
                .mapToDouble(interval -> interval.getValueAtPercentile(50) / NS_PER_US)
                .toArray();
        String what = series.name().key() + " median";
        drift(what, seconds, medians, series.percentileUs(50));
        outlier(what, seconds, medians);
    }

    private void drift(String what, double[] seconds, double[] mediansUs, OptionalDouble ofRun) {
        Trend trend = Trend.of(seconds, mediansUs);
        double driftUs = trend.slope() * (seconds[seconds.length - 1] - seconds[0]);
        double medianUs = ofRun.orElse(Trend.median(mediansUs));
        if ((trend.grows() || trend.falls())
                && Math.abs(driftUs) > Limits.MEDIAN_DRIFT_FLOOR_US
                && Math.abs(driftUs) > Limits.MEDIAN_DRIFT * medianUs) {
            objections.add(what + (driftUs > 0 ? " rises by " : " falls by ") + Words.micros(Math.abs(driftUs))
                    + " over the run, " + Words.percent(Math.abs(driftUs) / medianUs) + " of "
                    + Words.micros(medianUs) + "; allowed " + Words.percent(Limits.MEDIAN_DRIFT));
        }
    }

    private void outlier(String what, double[] seconds, double[] mediansUs) {
        int worst = 0;
        for (int i = 1; i < mediansUs.length; i++) {
            worst = mediansUs[i] > mediansUs[worst] ? i : worst;
        }
        double usualUs = Trend.median(mediansUs);
        if (mediansUs[worst] > Limits.MEDIAN_OUTLIER * usualUs
                && mediansUs[worst] - usualUs > Limits.MEDIAN_OUTLIER_FLOOR_US) {
            objections.add(what + " from second " + Words.digits(seconds[worst]) + " on is "
                    + Words.micros(mediansUs[worst]) + ", " + Words.digits(mediansUs[worst] / usualUs)
                    + " times the usual " + Words.micros(usualUs) + "; allowed "
                    + Words.digits(Limits.MEDIAN_OUTLIER) + " times");
        }
    }

    private void rate() {
        List<BacklogSample> samples = history.conditions().backlog();
        if (samples.size() < BacklogGrowth.SAMPLES_LEAST) {
            return;
        }
        double[] rates = rates(samples);
        double usual = Trend.median(rates);
        double worst = usual;
        int second = 0;
        for (int i = 0; i < rates.length; i++) {
            if (Math.abs(rates[i] - usual) > Math.abs(worst - usual)) {
                worst = rates[i];
                second = i;
            }
        }
        double spread = usual > 0 ? Math.abs(worst - usual) / usual : 0;
        if (spread > Limits.RATE_SPREAD) {
            objections.add("rate in part " + (second + 1) + " of " + rates.length + " is " + Words.perSecond(worst)
                    + ", " + Words.percent(spread) + " from the usual " + Words.perSecond(usual) + "; allowed "
                    + Words.percent(Limits.RATE_SPREAD));
        }
    }

    /** Messages per second in 4 to 10 equal parts, of a second each where the run is long enough. */
    private static double[] rates(List<BacklogSample> samples) {
        int last = samples.size() - 1;
        double seconds = samples.get(last).seconds() - samples.get(0).seconds();
        int parts = (int) Math.max(Limits.INTERVALS_LEAST, Math.min(MOST_INTERVALS, Math.round(seconds)));
        parts = Math.min(parts, last);
        double[] rates = new double[parts];
        for (int part = 0; part < parts; part++) {
            BacklogSample from = samples.get(last * part / parts);
            BacklogSample to = samples.get(last * (part + 1) / parts);
            rates[part] = (to.delivered() - from.delivered()) / (to.seconds() - from.seconds());
        }
        return rates;
    }
}
