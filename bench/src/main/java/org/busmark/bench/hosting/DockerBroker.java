package org.busmark.bench.hosting;

import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerSession;
import org.busmark.broker.Progress;
import org.busmark.bus.BusAdapter;

/** placeholder */
public final class DockerBroker {
    private DockerBroker() {}

    public static BusHost start(BusAdapter adapter, BrokerSession session, Progress progress) throws BrokerException {
        throw new BrokerException(adapter.id() + session + progress, "");
    }
}
