package org.busmark.bench.jmh;

import java.io.File;
import java.time.Duration;
import java.util.Collection;
import org.busmark.time.Clock;
import org.busmark.traffic.Conditioning;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.ExternalProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;

/** {@link BrokerProfiler} with little patience for conditioning. JMH makes it by its name. */
public final class QuickBrokerProfiler implements ExternalProfiler {
    private final BrokerProfiler profiler =
            new BrokerProfiler(new Conditioning(Clock.SYSTEM, Duration.ofMillis(10), Duration.ofMillis(50)));

    @Override
    public Collection<String> addJVMInvokeOptions(BenchmarkParams params) {
        return profiler.addJVMInvokeOptions(params);
    }

    @Override
    public Collection<String> addJVMOptions(BenchmarkParams params) {
        return profiler.addJVMOptions(params);
    }

    @Override
    public void beforeTrial(BenchmarkParams params) {
        profiler.beforeTrial(params);
    }

    @Override
    public Collection<? extends Result<?>> afterTrial(
            BenchmarkResult result, long pid, File standardOutput, File standardError) {
        return profiler.afterTrial(result, pid, standardOutput, standardError);
    }

    @Override
    public boolean allowPrintOut() {
        return profiler.allowPrintOut();
    }

    @Override
    public boolean allowPrintErr() {
        return profiler.allowPrintErr();
    }

    @Override
    public String getDescription() {
        return profiler.getDescription();
    }
}
