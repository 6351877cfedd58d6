package org.busmark.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.busmark.broker.Broker;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerRecipe;
import org.busmark.broker.BrokerSession;
import org.busmark.broker.Progress;

/** A broker for one test class or one test, with a folder of its own that goes with it. Thread-safe. */
final class PrivateBroker implements AutoCloseable {
    private final Path folder;
    private final BrokerSession session;
    private final Broker broker;

    private PrivateBroker(Path folder, BrokerSession session, Broker broker) {
        this.folder = folder;
        this.session = session;
        this.broker = broker;
    }

    /** Installs the software where it is missing, which may take minutes, and starts it. */
    static PrivateBroker start(BrokerRecipe recipe) throws BrokerException, IOException {
        Progress progress = step -> System.err.println("contract: " + step);
        Path folder = Files.createTempDirectory("busmark-contract-");
        BrokerSession session = BrokerSession.open(folder);
        try {
            Broker broker = recipe.start(recipe.install(BrokerCache.ofEnvironment(), progress), session, progress);
            return new PrivateBroker(folder, session, broker);
        } catch (BrokerException | RuntimeException e) {
            session.close();
            Files.deleteIfExists(folder);
            throw e;
        }
    }

    Map<String, String> connection() {
        return broker.connection();
    }

    /** Stops the broker alone; its session goes with {@link #close}. */
    void stop() {
        broker.close();
    }

    @Override
    public void close() {
        broker.close();
        session.close();
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the session has left something in " + folder, e);
        }
    }
}
