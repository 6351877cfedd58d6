package org.busmark.bench.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.busmark.bench.adapters.InstalledAdapters;
import org.busmark.bench.campaign.ExitStatus;
import org.busmark.broker.Broker;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerRecipe;
import org.busmark.broker.BrokerSession;
import org.busmark.broker.BrokerSoftware;
import org.busmark.broker.Progress;
import org.busmark.broker.ProvisionsBroker;

/**
 * The process that owns one private broker after {@code brokers start}. It ends when it is asked to (TERM), or when the
 * broker dies; the session's own hook ends the broker.
 */
final class BrokerKeeper {
    private static final FileAttribute<?>[] OWNER_ONLY =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];

    private BrokerKeeper() {}

    /** @param args bus and data folder */
    public static void main(String[] args) throws IOException {
        try {
            keep(args[0], KeptBrokers.in(Path.of(args[1])));
        } catch (BrokerException e) {
            System.err.println(e.getMessage() + "; " + e.remedy());
            System.exit(ExitStatus.LACKING);
        }
    }

    private static void keep(String bus, KeptBrokers kept) throws IOException, BrokerException {
        BrokerRecipe recipe = InstalledAdapters.load()
                .find(bus)
                .filter(ProvisionsBroker.class::isInstance)
                .map(adapter -> ((ProvisionsBroker) adapter).brokerRecipe())
                .orElseThrow(() -> new BrokerException("no adapter starts a broker for " + bus, "see list buses"));
        Progress log = System.err::println;
        BrokerSoftware software = recipe.install(BrokerCache.ofEnvironment(), log);
        try (BrokerSession session = BrokerSession.open(kept.data());
                Broker broker = recipe.start(software, session, log)) {
            writeConnection(broker.connection(), kept.connectionFile(bus));
            KeptBroker.ofThisProcess(bus, kept.connectionFile(bus)).write(kept.stateFile(bus));
            awaitAnyEnd(broker.processes());
            log.step(broker.provisioning() + " ended by itself");
        }
        System.exit(ExitStatus.FAILED);
    }

    private static void awaitAnyEnd(List<ProcessHandle> processes) {
        CompletableFuture.anyOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .join();
    }

    /** Readable by nobody else from its first byte on: it may hold a password. */
    static void writeConnection(Map<String, String> connection, Path file) throws IOException {
        Properties properties = new Properties();
        properties.putAll(connection);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Files.deleteIfExists(file);
        Files.createFile(file, OWNER_ONLY);
        Files.writeString(file, text.toString(), StandardCharsets.UTF_8);
    }
}
