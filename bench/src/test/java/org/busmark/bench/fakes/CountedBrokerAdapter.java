package org.busmark.bench.fakes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.busmark.broker.Broker;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.BrokerRecipe;
import org.busmark.broker.BrokerSession;
import org.busmark.broker.BrokerSoftware;
import org.busmark.broker.Progress;
import org.busmark.broker.ProvisionsBroker;
import org.busmark.bus.BusException;

/** A bus that connects only with the address that its broker gave, and counts what happens to brokers in this JVM. */
public final class CountedBrokerAdapter extends LoopbackLike implements ProvisionsBroker {
    public static final String ID = "counted";

    private static final String ADDRESS = "address";
    private static final String PLACE = "number ";
    private static final AtomicInteger STARTS = new AtomicInteger();
    private static final AtomicInteger STOPS = new AtomicInteger();

    public CountedBrokerAdapter() {
        super(ID, true);
    }

    public static int starts() {
        return STARTS.get();
    }

    public static int stops() {
        return STOPS.get();
    }

    @Override
    void approve(Map<String, String> connection) throws BusException {
        String address = connection.getOrDefault(ADDRESS, "none");
        if (!address.startsWith(PLACE)) {
            throw new BusException("no broker lives at address " + address);
        }
    }

    @Override
    public BrokerRecipe brokerRecipe() {
        return new BrokerRecipe() {
            @Override
            public BrokerSoftware install(BrokerCache cache, Progress progress) {
                return new BrokerSoftware(Path.of(""), "0", "a fake");
            }

            @Override
            public Broker start(BrokerSoftware software, BrokerSession session, Progress progress) {
                return new CountedBroker(PLACE + STARTS.incrementAndGet());
            }
        };
    }

    private record CountedBroker(String address) implements Broker {
        @Override
        public Map<String, String> connection() {
            return Map.of(ADDRESS, address);
        }

        @Override
        public String provisioning() {
            return "native: a fake";
        }

        @Override
        public List<ProcessHandle> processes() {
            return List.of();
        }

        @Override
        public List<Path> logs() {
            return List.of();
        }

        @Override
        public void close() {
            STOPS.incrementAndGet();
        }
    }
}
