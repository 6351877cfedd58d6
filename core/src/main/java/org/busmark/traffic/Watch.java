package org.busmark.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.busmark.latency.SeriesRecorder;
import org.busmark.latency.SeriesWindow;
import org.busmark.time.Clock;
import org.busmark.verdict.BacklogSample;
import org.busmark.verdict.Conditions;
import org.jspecify.annotations.Nullable;

/** Keeps what surrounds the measured iterations. Called from one thread at a time, at their beginnings and ends. */
final class Watch {
    private final Clock clock;
    private final long jitterStepNs;
    private final LongSupplier sent;
    private final LongSupplier delivered;
    private final LongSupplier spunNs;
    private final List<BacklogSample> backlog = new ArrayList<>();
    private @Nullable RunMonitor monitor;
    private Optional<MachineCpu> cpuAtStart = Optional.empty();
    private Optional<MachineCpu> cpuUsed = Optional.of(MachineCpu.NONE);
    private OptionalDouble compiledAtStart = OptionalDouble.empty();
    private OptionalDouble compiled = OptionalDouble.of(0);
    private long measuredNs;
    private long firstStartNs;
    private long startNs;
    private long spunAtStartNs;
    private long spunWhileMeasuringNs;

    Watch(Clock clock, long jitterStepNs, LongSupplier sent, LongSupplier delivered, LongSupplier spunNs) {
        this.clock = clock;
        this.jitterStepNs = jitterStepNs;
        this.sent = sent;
        this.delivered = delivered;
        this.spunNs = spunNs;
    }

    /** Reads what takes longer than the lead that an iteration has. */
    void prepare() {
        cpuAtStart = MachineCpu.read();
        compiledAtStart = CompilerCpu.readSeconds();
    }

    /** Comes at once after {@link #prepare}. */
    void begin(SeriesWindow window, SeriesRecorder jitter) {
        startNs = window.startNs();
        measuredNs += window.durationNs();
        firstStartNs = backlog.isEmpty() ? startNs : firstStartNs;
        spunAtStartNs = spunNs.getAsLong();
        RunMonitor started = new RunMonitor(clock, window, jitter, jitterStepNs, sent, delivered);
        monitor = started;
        started.start();
    }

    void end() {
        Optional<MachineCpu> now = MachineCpu.read();
        cpuUsed = cpuUsed.flatMap(sum -> now.flatMap(end -> cpuAtStart.map(start -> sum.plus(end.minus(start)))));
        compiled = sum(compiled, compiledAtStart, CompilerCpu.readSeconds());
        spunWhileMeasuringNs += spunNs.getAsLong() - spunAtStartNs;
        RunMonitor running = monitor;
        if (running != null) {
            double laterSeconds = (startNs - firstStartNs) / 1e9;
            running.stop()
                    .forEach(sample -> backlog.add(
                            new BacklogSample(sample.seconds() + laterSeconds, sample.messages(), sample.delivered())));
            monitor = null;
        }
    }

    /** @param brokerCpuSeconds used while measuring by processes of ours besides this one; empty when not known */
    Conditions conditions(OptionalDouble brokerCpuSeconds) {
        Optional<MachineCpu> used = cpuUsed.filter(cpu -> cpu.total() > 0);
        return new Conditions(
                backlog,
                used.map(cpu -> share(cpu.stolen(), cpu)).orElse(OptionalDouble.empty()),
                brokerCpuSeconds.isEmpty()
                        ? OptionalDouble.empty()
                        : used.map(cpu -> share(cpu.busy() - cpu.own() - brokerCpuSeconds.getAsDouble(), cpu))
                                .orElse(OptionalDouble.empty()),
                compiled.isPresent() && compiled.getAsDouble() >= 0 && measuredNs > 0
                        ? OptionalDouble.of(MachineCpu.share(compiled.getAsDouble(), measuredNs / 1e9))
                        : OptionalDouble.empty(),
                spunWhileMeasuringNs / 1e9);
    }

    private static OptionalDouble sum(OptionalDouble before, OptionalDouble start, OptionalDouble end) {
        return before.isPresent() && start.isPresent() && end.isPresent()
                ? OptionalDouble.of(before.getAsDouble() + end.getAsDouble() - start.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Kept within 0 and 1: the kernel's counters are in hundredths of a second and do not agree to the last one. */
    private static OptionalDouble share(double seconds, MachineCpu cpu) {
        return OptionalDouble.of(Math.max(0, Math.min(1, MachineCpu.share(seconds, cpu.total()))));
    }
}
