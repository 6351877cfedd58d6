package org.busmark.bench.jmh.instrument;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.HdrHistogram.Histogram;
import org.busmark.latency.SeriesRecorder;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Secondary results of pacing. JMH adds them up over iterations, so they mean something for one only. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class TickLag {
    private static final double NS_PER_US = 1e3;
    private static final double PERCENT = 100;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Histogram lags = new Histogram(1, SeriesRecorder.HIGHEST_NS, 3);
    private long startNs;
    private long startCpuNs;

    /** Forgets the iteration before. */
    @Setup(Level.Iteration)
    public void begin() {
        lags.reset();
        startNs = System.nanoTime();
        startCpuNs = threads.getCurrentThreadCpuTime();
    }

    void record(long lagNs) {
        lags.recordValue(Math.max(0, Math.min(lagNs, SeriesRecorder.HIGHEST_NS)));
    }

    /** Median lag, us. */
    public double lagP50Us() {
        return lags.getValueAtPercentile(50) / NS_PER_US;
    }

    /** 99th percentile of the lag, us. */
    public double lagP99Us() {
        return lags.getValueAtPercentile(99) / NS_PER_US;
    }

    /** Share of one processor that this thread took. */
    public double cpuPercent() {
        return PERCENT * (threads.getCurrentThreadCpuTime() - startCpuNs) / (System.nanoTime() - startNs);
    }
}
