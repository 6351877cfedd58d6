package org.busmark.bench.fakes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.busmark.broker.Broker;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerProcess;
import org.busmark.broker.BrokerRecipe;
import org.busmark.broker.BrokerSession;
import org.busmark.broker.BrokerSoftware;
import org.busmark.broker.Progress;
import org.busmark.broker.ProvisionsBroker;

/** A bus whose broker is a real process that does nothing, can be killed, and may refuse to start. */
public final class MortalBrokerAdapter extends LoopbackLike implements ProvisionsBroker {
    public static final String ID = "mortal";
    public static final String REFUSAL = "the port is taken";

    private static final List<ProcessHandle> STARTED = new ArrayList<>();
    private static int refusals;

    public MortalBrokerAdapter() {
        super(ID, true);
    }

    /** Forgets what was before. */
    public static synchronized void reset() {
        STARTED.clear();
        refusals = 0;
    }

    /** The next starts fail. */
    public static synchronized void refuse(int starts) {
        refusals = starts;
    }

    /** Every broker process since {@link #reset}, in order. */
    public static synchronized List<ProcessHandle> started() {
        return List.copyOf(STARTED);
    }

    /** Kills the last one and waits for its end. */
    public static void kill() {
        List<ProcessHandle> all = started();
        ProcessHandle last = all.get(all.size() - 1);
        last.destroyForcibly();
        last.onExit().join();
    }

    private static synchronized boolean refuses() {
        return refusals-- > 0;
    }

    private static synchronized void add(ProcessHandle process) {
        STARTED.add(process);
    }

    @Override
    void approve(Map<String, String> connection) {}

    @Override
    public BrokerRecipe brokerRecipe() {
        return new BrokerRecipe() {
            @Override
            public BrokerSoftware install(BrokerCache cache, Progress progress) {
                return new BrokerSoftware(Path.of(""), "0", "a fake");
            }

            @Override
            public Broker start(BrokerSoftware software, BrokerSession session, Progress progress)
                    throws BrokerException {
                if (refuses()) {
                    throw new BrokerException(REFUSAL, "free it");
                }
                try {
                    Path folder = session.folder(ID);
                    Path log = folder.resolve("log.txt");
                    BrokerProcess process = session.start(ID, List.of("sleep", "1000"), Map.of(), folder, log);
                    Files.writeString(log, "broker number " + (started().size() + 1) + "\n");
                    add(process.handle());
                    return new MortalBroker(process, log);
                } catch (IOException e) {
                    throw new BrokerException("no folder", "make one", e);
                }
            }
        };
    }

    private record MortalBroker(BrokerProcess process, Path log) implements Broker {
        @Override
        public Map<String, String> connection() {
            return Map.of();
        }

        @Override
        public String provisioning() {
            return "native: a process that sleeps";
        }

        @Override
        public List<ProcessHandle> processes() {
            return List.of(process.handle());
        }

        @Override
        public List<Path> logs() {
            return List.of(log);
        }

        @Override
        public void close() {
            process.close();
        }
    }
}
