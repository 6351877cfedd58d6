package org.busmark.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.busmark.broker.BrokerException;
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
        String what = "Kafka " + release.version();
        Path mvn = new MavenLauncher(environment).find();
        progress.step(what + ": fetching about 45 jars, 43 MB, first time only");
        Path pom = KafkaRelease.copyResource("broker-pom.xml", home);
        DownloadProgress downloads = new DownloadProgress(what, progress);
        new MavenRun(command(mvn, pom, lib(home)), home.resolve("maven.log")).run(downloads);
        try (Stream<Path> jars = Files.list(lib(home))) {
            progress.step(what + ": " + jars.count() + " jars in place");
        }
    }

    private static List<String> command(Path mvn, Path pom, Path lib) {
        List<String> command = new ArrayList<>(List.of(
                mvn.toString(),
                "-B",
                "-f",
                pom.toString(),
                "org.apache.maven.plugins:maven-dependency-plugin:copy-dependencies",
                "-DincludeScope=runtime",
                "-DoutputDirectory=" + lib));
        Stream.of("busmark.maven.repository", "maven.repo.local")
                .map(name -> System.getProperty(name, ""))
                .filter(repository -> !repository.isBlank())
                .findFirst()
                .ifPresent(repository -> command.add("-Dmaven.repo.local=" + repository));
        return command;
    }

    /** Speaks when the number has grown. */
    private static final class DownloadProgress implements MavenRun.Downloads {
        private final String what;
        private final Progress progress;
        private long told;

        DownloadProgress(String what, Progress progress) {
            this.what = what;
            this.progress = progress;
        }

        @Override
        public void counted(long files) {
            if (files > told) {
                told = files;
                progress.step(what + ": " + files + " jars downloaded, Maven's own included");
            }
        }
    }
}
