package org.busmark.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.busmark.latency.SeriesRecorder;
import org.busmark.latency.SeriesWindow;
import org.busmark.time.Clock;
import org.busmark.time.JitterMeter;
import org.busmark.verdict.BacklogSample;

/**
 * Watches one measured iteration from a thread of its own: how late it is woken each ms or each 10 ms, and how far
 * deliveries are behind sends. Costs 1 to 2 % of one processor with steps of 1 ms, a tenth of that with steps of 10 ms.
 */
final class RunMonitor {
    /** Where jitter is held against the figure. */
    static final long FINE_STEP_NS = 1_000_000;

    /** Where it is recorded only: a tenth of the processor time, and an idle processor is left to sleep. */
    static final long COARSE_STEP_NS = 10_000_000;

    private static final long SHORTEST_SAMPLE_NS = 250_000_000;
    private static final int MOST_SAMPLES = 240;
    private static final long END_WITHIN_MS = 5_000;

    private final Clock clock;
    private final SeriesWindow window;
    private final SeriesRecorder jitter;
    private final LongSupplier sent;
    private final LongSupplier delivered;
    private final long stepNs;
    private final long sampleNs;
    private final List<BacklogSample> samples = new ArrayList<>();
    private long nextSampleNs;
    private final Thread thread = new Thread(this::watch, "busmark-monitor");
    private volatile boolean stopped;

    /**
     * @param stepNs between two times at which it wants to be woken
     * @param sent messages so far, by all lanes
     * @param delivered of those, how many every group received
     */
    RunMonitor(
            Clock clock,
            SeriesWindow window,
            SeriesRecorder jitter,
            long stepNs,
            LongSupplier sent,
            LongSupplier delivered) {
        this.clock = clock;
        this.window = window;
        this.jitter = jitter;
        this.sent = sent;
        this.delivered = delivered;
        this.stepNs = stepNs;
        this.sampleNs = Math.max(SHORTEST_SAMPLE_NS, window.durationNs() / MOST_SAMPLES);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Ends the thread, within a few ms, and returns its samples: from the window's start to its end. */
    List<BacklogSample> stop() {
        stopped = true;
        boolean interrupted = false;
        try {
            thread.join(END_WITHIN_MS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return thread.isAlive() ? List.of() : List.copyOf(samples);
    }

    private void watch() {
        JitterMeter meter = new JitterMeter(clock, window.startNs(), stepNs, jitter::record);
        while (!stopped) {
            long sinceStartNs = meter.step() - window.startNs();
            if (sinceStartNs > window.durationNs() + stepNs) {
                return;
            }
            if (sinceStartNs >= nextSampleNs) {
                sample(sinceStartNs);
                // After a stall the next sample is due at its own place: samples do not catch up.
                nextSampleNs = (sinceStartNs / sampleNs + 1) * sampleNs;
            }
        }
    }

    /** Deliveries are read first: a message between the two readings must not look as if it came before it was sent. */
    private void sample(long sinceStartNs) {
        long there = delivered.getAsLong();
        samples.add(new BacklogSample(sinceStartNs / 1e9, sent.getAsLong() - there, there));
    }
}
