package org.busmark.bench.jmh;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.busmark.bench.adapters.InstalledAdapters;
import org.busmark.bench.fork.ForkBrief;
import org.busmark.bench.hosting.BusHost;
import org.busmark.bench.hosting.ConditioningWork;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerSession;
import org.busmark.bus.BusException;
import org.busmark.bus.Guarantee;
import org.busmark.traffic.Conditioning;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.ExternalProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;

/**
 * Owns the broker of a plain JMH run, from the host: a fresh one for each fork, started and conditioned before the
 * trial, stopped after it. The fork learns its address from a file, whose name it is given as a JVM option (system
 * properties of the host do not reach forks).
 */
public final class BrokerProfiler implements ExternalProfiler {
    /** The system property of the host that names the folder for brokers' data; default is the temporary folder. */
    public static final String DATA_DIRECTORY = "busmark.data";

    private final Conditioning conditioning;
    private @Nullable BrokerSession session;
    private @Nullable Path brief;
    private @Nullable BusHost host;

    /** For JMH. */
    public BrokerProfiler() {
        this(ConditioningWork.untilSteady());
    }

    BrokerProfiler(Conditioning conditioning) {
        this.conditioning = conditioning;
    }

    @Override
    public String getDescription() {
        return "Busmark: starts, conditions and stops the private broker of each fork";
    }

    @Override
    public Collection<String> addJVMInvokeOptions(BenchmarkParams params) {
        return List.of();
    }

    @Override
    public Collection<String> addJVMOptions(BenchmarkParams params) {
        return isOnABus(params) ? List.of("-D" + ForkBrief.PROPERTY + "=" + briefFile()) : List.of();
    }

    @Override
    public void beforeTrial(BenchmarkParams params) {
        stop();
        if (!isOnABus(params)) {
            return;
        }
        try {
            host = BusHost.startPrivate(
                    InstalledAdapters.load().get(params.getParam("bus")),
                    BrokerCache.ofEnvironment(),
                    session(),
                    System.err::println);
            host.condition(ConditioningWork.at(Guarantee.FIRE_AND_FORGET), conditioning);
            new ForkBrief(
                            host.connection(),
                            null,
                            1,
                            ThreadLocalRandom.current().nextInt(),
                            null,
                            null,
                            host.processes(),
                            session().registry())
                    .write(briefFile());
        } catch (BrokerException e) {
            throw new IllegalStateException(e.getMessage() + "; remedy: " + e.remedy(), e);
        } catch (BusException e) {
            throw new IllegalStateException(e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Collection<? extends Result<?>> afterTrial(
            BenchmarkResult result, long pid, File standardOutput, File standardError) {
        stop();
        return List.of();
    }

    private void stop() {
        if (host != null) {
            host.close();
            host = null;
        }
    }

    /** Microbenchmarks have no bus. */
    private static boolean isOnABus(BenchmarkParams params) {
        return params.getParamsKeys().contains("bus");
    }

    private Path briefFile() {
        try {
            Path known = brief;
            if (known == null) {
                known = session().folder("jmh").resolve("fork.properties");
                brief = known;
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closed by its own shutdown hook, since JMH tells no profiler that it is done. */
    private BrokerSession session() throws IOException {
        BrokerSession open = session;
        if (open == null) {
            open = BrokerSession.open(
                    Path.of(System.getProperty(DATA_DIRECTORY, System.getProperty("java.io.tmpdir"))));
            session = open;
        }
        return open;
    }

    @Override
    public boolean allowPrintOut() {
        return true;
    }

    @Override
    public boolean allowPrintErr() {
        return true;
    }
}
