package org.busmark.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.busmark.broker.Broker;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerSession;
import org.busmark.broker.LoopbackPorts;
import org.busmark.broker.Progress;

/** A real broker for the tests of this package, with a folder that goes with it. */
record PrivateKafka(Path folder, BrokerSession session, Broker broker) implements AutoCloseable {
    static PrivateKafka start() throws BrokerException, IOException {
        return start(Map.of(), () -> LoopbackPorts.free(2), Progress.SILENT);
    }

    static PrivateKafka start(Map<String, String> moreProperties, Supplier<int[]> ports, Progress progress)
            throws BrokerException, IOException {
        Path folder = Files.createTempDirectory("busmark-kafka-");
        BrokerSession session = BrokerSession.open(folder);
        try {
            KafkaRecipe recipe = new KafkaRecipe(System.getenv(), moreProperties, ports);
            Broker broker =
                    recipe.start(recipe.install(BrokerCache.ofEnvironment(), Progress.SILENT), session, progress);
            return new PrivateKafka(folder, session, broker);
        } catch (BrokerException | RuntimeException e) {
            session.close();
            Files.deleteIfExists(folder);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        broker.close();
        session.close();
        Files.deleteIfExists(folder);
    }
}
