package org.busmark.bench.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.busmark.bench.adapters.InstalledAdapters;
import org.busmark.bench.campaign.Campaign;
import org.busmark.bench.campaign.CampaignRequest;
import org.busmark.bench.crosscheck.Crosscheck;
import org.busmark.bench.crosscheck.CrosscheckRequest;
import org.busmark.bench.crosscheck.CrosscheckResult;
import org.busmark.bench.progress.ProgressLine;
import org.busmark.broker.BrokerCache;
import org.busmark.bus.BusAdapter;

/**
 * What commands find outside themselves; tests bring their own.
 *
 * @param out data
 * @param err for people
 * @param buses installed adapters, by id
 * @param campaign runs what was asked for
 * @param crosscheck runs the vendors' tools beside Busmark
 * @param cache where brokers' software is kept
 * @param home the checkout, for default folders
 * @param now wall clock, for folder names
 * @param commandLine words of the command
 */
record Surroundings(
        PrintStream out,
        PrintStream err,
        List<BusAdapter> buses,
        CampaignRunner campaign,
        CrosscheckRunner crosscheck,
        BrokerCache cache,
        Path home,
        Supplier<Instant> now,
        List<String> commandLine) {
    /** Runs a campaign and returns the exit status. */
    @FunctionalInterface
    interface CampaignRunner {
        int run(CampaignRequest request, PrintStream data, ProgressLine progress, boolean json) throws IOException;
    }

    /** Runs a crosscheck. */
    @FunctionalInterface
    interface CrosscheckRunner {
        CrosscheckResult run(CrosscheckRequest request, ProgressLine progress) throws IOException;
    }

    static Surroundings real(PrintStream out, PrintStream err, List<String> commandLine) {
        Path home = Path.of(System.getProperty("busmark.home", "")).toAbsolutePath();
        return new Surroundings(
                out,
                err,
                InstalledAdapters.load().all(),
                Campaign::run,
                Crosscheck::run,
                BrokerCache.ofEnvironment(),
                home,
                Instant::now,
                commandLine);
    }

    /** The adapter of that id. */
    BusAdapter bus(String id) {
        return buses.stream()
                .filter(bus -> bus.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        CommandFailure.usage("'" + id + "' is not a bus; allowed: " + String.join(", ", busIds())));
    }

    List<String> busIds() {
        return buses.stream().map(BusAdapter::id).toList();
    }
}
