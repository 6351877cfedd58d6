package org.busmark.kafka;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.busmark.broker.Broker;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerRecipe;
import org.busmark.broker.BrokerSession;
import org.busmark.broker.BrokerSoftware;
import org.busmark.broker.LoopbackPorts;
import org.busmark.broker.Progress;

/** One private Kafka node, of the client's own release, from Maven's repository. */
final class KafkaRecipe implements BrokerRecipe {
    private static final int TRIES = 3;

    private final KafkaRelease release = KafkaRelease.ofBuild();
    private final Map<String, String> environment;
    private final Map<String, String> moreProperties;
    private final Supplier<int[]> ports;

    KafkaRecipe() {
        this(System.getenv(), Map.of(), () -> LoopbackPorts.free(2));
    }

    /**
     * For tests.
     *
     * @param environment where Maven is looked for
     * @param moreProperties replace or add properties of the node
     * @param ports gives the broker's and the controller's, for each try
     */
    KafkaRecipe(Map<String, String> environment, Map<String, String> moreProperties, Supplier<int[]> ports) {
        this.environment = Map.copyOf(environment);
        this.moreProperties = Map.copyOf(moreProperties);
        this.ports = ports;
    }

    @Override
    public BrokerSoftware install(BrokerCache cache, Progress progress) throws BrokerException {
        KafkaInstall install = new KafkaInstall(release, environment);
        Path home = cache.install("kafka-" + release.version(), folder -> install.into(folder, progress));
        return new BrokerSoftware(home, release.version(), "Maven artifact " + release.artifact());
    }

    @Override
    public Broker start(BrokerSoftware software, BrokerSession session, Progress progress) throws BrokerException {
        String what = "Kafka " + software.version();
        progress.step(what + ": starting");
        try {
            for (int tries = 1; ; tries++) {
                int[] chosen = ports.get();
                Path folder = session.folder("kafka");
                KafkaNode node = new KafkaNode(
                        software,
                        folder,
                        new NodeProperties(chosen[0], chosen[1], folder.resolve("data"), moreProperties));
                try {
                    return node.start(session);
                } catch (BrokerException e) {
                    if (tries == TRIES || !node.log().foundPortTaken()) {
                        throw e;
                    }
                    progress.step(what + ": a port was taken meanwhile, trying others");
                }
            }
        } catch (IOException e) {
            throw new BrokerException("Kafka's folder cannot be written: " + e, "choose another --data-dir", e);
        }
    }
}
