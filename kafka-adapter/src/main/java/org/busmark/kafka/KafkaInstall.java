package org.busmark.kafka;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.busmark.broker.BrokerException;
import org.busmark.broker.MavenArtifacts;
import org.busmark.broker.Progress;

/**
 * Fetches a broker's jars through Maven.
 *
 * @param release to fetch
 * @param environment where Maven is looked for
 */
record KafkaInstall(KafkaRelease release, Map<String, String> environment) {
    /** Where the jars lie within the broker's folder. */
    static Path lib(Path home) {
        return home.resolve("lib");
    }

    /**
     * Fetches.
     *
     * @param home empty; keeps the POM and Maven's output beside the jars
     */
    void into(Path home, Progress progress) throws BrokerException, IOException {
        Path pom = KafkaRelease.copyResource("broker-pom.xml", home);
        new MavenArtifacts(
                        "Kafka " + release.version(),
                        "about 45 jars, 43 MB",
                        "./busmark brokers install kafka",
                        environment)
                .copy(pom, lib(home), progress);
    }
}
