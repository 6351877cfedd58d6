package org.busmark.bench.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.busmark.bench.fakes.JmhRuns;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

final class MergedPercentileTest {
    private static final double[] PERCENTILES = {50, 90, 99, 99.9};

    @Test
    void percentilesOfSeveralForksAreThoseOfTheSum() {
        Random random = new Random(11);
        for (int i = 0; i < 50; i++) {
            Histogram sum = histogram();
            BenchmarkResult[] forks = new BenchmarkResult[1 + random.nextInt(5)];
            for (int fork = 0; fork < forks.length; fork++) {
                Histogram own = anyHistogram(random);
                sum.add(own);
                forks[fork] = JmhRuns.fork(1000, percentilesOf(own));
            }
            RunResult run = JmhRuns.of(forks);
            for (double percentile : PERCENTILES) {
                assertEquals(sum.getValueAtPercentile(percentile) / 1e3, score(run, percentile));
            }
        }
    }

    @Test
    void aRareSlowForkDoesNotMoveTheMedianHalfWay() {
        RunResult run = JmhRuns.of(
                JmhRuns.fork(1000, percentilesOf(constant(1_000_000, 900))),
                JmhRuns.fork(1000, percentilesOf(constant(100_000_000, 100))));
        assertEquals(1000, score(run, 50), 1);
        assertEquals(100_000, score(run, 99), 100);
    }

    @Test
    void aForkThatHasTooFewSamplesForItTakesNothingAway() {
        Histogram many = constant(1_000_000, 20_000);
        RunResult run = JmhRuns.of(
                JmhRuns.fork(1000, percentilesOf(many)),
                JmhRuns.fork(1000, MergedPercentile.of("response", 50, constant(3_000_000, 30))));
        assertEquals(1000, score(run, 99.9), 1);
    }

    @Test
    void survivesTheWayFromForkToHost() throws IOException, ClassNotFoundException {
        Histogram own = anyHistogram(new Random(5));
        IterationResult sent = JmhRuns.iteration(1000, percentilesOf(own));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(sent);
        }
        IterationResult received;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            received = (IterationResult) in.readObject();
        }
        Result<?> there = received.getSecondaryResults().get("response.p99");
        assertNotNull(there);
        assertEquals(own.getValueAtPercentile(99) / 1e3, there.getScore());
        assertEquals("us", there.getScoreUnit());
    }

    private static Result<?>[] percentilesOf(Histogram histogram) {
        Result<?>[] results = new Result<?>[PERCENTILES.length];
        for (int i = 0; i < results.length; i++) {
            results[i] = MergedPercentile.of("response", PERCENTILES[i], histogram);
        }
        return results;
    }

    private static double score(RunResult run, double percentile) {
        String label = "response.p" + (percentile == 99.9 ? "99.9" : String.valueOf((int) percentile));
        Result<?> result = run.getSecondaryResults().get(label);
        assertNotNull(
                result, () -> label + " is not in " + run.getSecondaryResults().keySet());
        return result.getScore();
    }

    private static Histogram anyHistogram(Random random) {
        Histogram histogram = histogram();
        double scale = Math.pow(10, 3 + 5 * random.nextDouble());
        random.doubles(1 + random.nextInt(5000)).forEach(x -> histogram.recordValue((long) (-Math.log(1 - x) * scale)));
        return histogram;
    }

    private static Histogram constant(long valueNs, long count) {
        Histogram histogram = histogram();
        histogram.recordValueWithCount(valueNs, count);
        return histogram;
    }

    private static Histogram histogram() {
        return new Histogram(1, 3_600_000_000_000L, 3);
    }
}
