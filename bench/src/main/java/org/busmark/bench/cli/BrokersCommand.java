package org.busmark.bench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.busmark.bench.campaign.ExitStatus;
import org.busmark.bench.progress.ProgressLine;
import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerSoftware;
import org.busmark.broker.ProvisionsBroker;
import org.busmark.bus.BusAdapter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brokers by hand: their software, and private ones that outlive the command that started them. */
@Command(
        name = "brokers",
        description = {
            "Get brokers' software, and keep private brokers running between runs.",
            "A broker that was started is used with --broker BUS=FILE as 'status' prints it."
        })
final class BrokersCommand implements Callable<Integer> {
    private static final List<String> ACTIONS = List.of("install", "start", "stop", "status");

    private final Surroundings around;

    @Parameters(index = "0", paramLabel = "install|start|stop|status", description = "What to do.")
    String action = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "BUS", description = "Of which bus (default: all).")
    @Nullable
    String bus;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Private brokers' data (default: in the cache).")
    @Nullable
    Path dataDir;

    @Mixin
    HelpOption help = new HelpOption();

    BrokersCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (!ACTIONS.contains(action)) {
            throw CommandFailure.usage(
                    "'" + action + "' cannot be done to brokers; allowed: " + String.join(", ", ACTIONS));
        }
        KeptBrokers kept = KeptBrokers.in(Folders.dataFolder(dataDir, around.cache()));
        List<BusAdapter> chosen = chosen();
        try (ProgressLine progress = ProgressLine.on(around.err())) {
            int status = ExitStatus.OK;
            for (BusAdapter adapter : chosen) {
                status = ExitStatus.worse(status, one(adapter, kept, progress));
            }
            return status;
        }
    }

    private List<BusAdapter> chosen() {
        if (bus == null) {
            return around.buses().stream()
                    .filter(ProvisionsBroker.class::isInstance)
                    .toList();
        }
        BusAdapter named = around.bus(bus);
        if (!(named instanceof ProvisionsBroker)) {
            throw CommandFailure.usage("'" + bus + "' has no private broker; allowed: "
                    + String.join(
                            ", ",
                            around.buses().stream()
                                    .filter(ProvisionsBroker.class::isInstance)
                                    .map(BusAdapter::id)
                                    .toList()));
        }
        return List.of(named);
    }

    private int one(BusAdapter adapter, KeptBrokers kept, ProgressLine progress)
            throws InterruptedException, IOException {
        try {
            switch (action) {
                case "install" -> {
                    BrokerSoftware software = install(adapter, progress);
                    progress.close();
                    around.out()
                            .println(adapter.id() + " " + software.version() + " " + software.home() + " ("
                                    + software.origin() + ")");
                }
                case "start" -> {
                    if (kept.find(adapter.id()).isEmpty()) {
                        install(adapter, progress);
                        progress.phase("start " + adapter.displayName());
                        kept.start(adapter.id());
                        progress.close();
                    }
                    status(adapter.id(), kept);
                }
                case "stop" -> {
                    kept.stop(adapter.id());
                    status(adapter.id(), kept);
                }
                case "status" -> status(adapter.id(), kept);
                default ->
                    throw CommandFailure.usage(
                            "'" + action + "' cannot be done to brokers; allowed: install, start, stop, status");
            }
            return ExitStatus.OK;
        } catch (BrokerException e) {
            progress.message("busmark: " + adapter.id() + ": " + e.getMessage() + "; " + e.remedy());
            return ExitStatus.LACKING;
        }
    }

    private BrokerSoftware install(BusAdapter adapter, ProgressLine progress) throws BrokerException {
        progress.phase("get " + adapter.displayName());
        return ((ProvisionsBroker) adapter).brokerRecipe().install(around.cache(), progress);
    }

    private void status(String id, KeptBrokers kept) throws IOException {
        around.out()
                .println(kept.find(id)
                        .map(broker -> id + " running, pid " + broker.pid() + ", --broker " + id + "="
                                + broker.connectionFile())
                        .orElse(id + " not running"));
    }
}
