package org.busmark.rabbitmq;

import java.io.IOException;
import java.nio.file.Path;
import org.busmark.broker.Broker;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerSession;
import org.busmark.broker.BrokerSoftware;
import org.busmark.broker.Progress;

/**
 * A real node for a test.
 *
 * @param session that it runs in, removed with its folders when this is closed
 */
record PrivateNode(BrokerSession session, Broker broker) implements AutoCloseable {
    static BrokerSoftware installed() throws BrokerException {
        return new RabbitMqRecipe().install(BrokerCache.ofEnvironment(), Progress.SILENT);
    }

    static PrivateNode start(Path folder, BrokerSoftware software) throws BrokerException, IOException {
        BrokerSession session = BrokerSession.open(folder);
        try {
            return new PrivateNode(session, new RabbitMqRecipe().start(software, session, Progress.SILENT));
        } catch (BrokerException e) {
            session.close();
            throw e;
        }
    }

    @Override
    public void close() {
        broker.close();
        session.close();
    }
}
