package org.busmark.bench.fakes;

import java.util.Map;
import org.busmark.broker.Broker;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerRecipe;
import org.busmark.broker.BrokerSession;
import org.busmark.broker.BrokerSoftware;
import org.busmark.broker.Progress;
import org.busmark.broker.ProvisionsBroker;
import org.busmark.bus.BusException;

/** A bus whose broker cannot be had. */
public final class UnobtainableAdapter extends LoopbackLike implements ProvisionsBroker {
    public static final String ID = "unobtainable";
    public static final String REASON = "the shop is closed";
    public static final String REMEDY = "come back tomorrow";

    public UnobtainableAdapter() {
        super(ID, true);
    }

    @Override
    void approve(Map<String, String> connection) throws BusException {
        throw new BusException("there is no broker to connect to");
    }

    @Override
    public BrokerRecipe brokerRecipe() {
        return new BrokerRecipe() {
            @Override
            public BrokerSoftware install(BrokerCache cache, Progress progress) throws BrokerException {
                throw new BrokerException(REASON, REMEDY);
            }

            @Override
            public Broker start(BrokerSoftware software, BrokerSession session, Progress progress)
                    throws BrokerException {
                throw new BrokerException("what was never installed was started", REMEDY);
            }
        };
    }
}
