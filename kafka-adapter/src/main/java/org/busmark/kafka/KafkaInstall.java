package org.busmark.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.busmark.broker.BrokerException;
import org.busmark.broker.Progress;

/**
 * Fetches a broker's jars through Maven into a folder. The folder appears whole or not at all.
 *
 * @param release to fetch
 * @param environment where Maven is looked for
 */
record KafkaInstall(KafkaRelease release, Map<String, String> environment) {
    private static final Duration MAX_FETCH = Duration.ofMinutes(20);
    private static final String REMEDY =
            "see that Maven reaches its repository (network, ~/.m2/settings.xml), then: ./busmark brokers install kafka";

    /** Where the jars lie within the folder. */
    static Path lib(Path home) {
        return home.resolve("lib");
    }

    /**
     * Does nothing if the folder is there.
     *
     * @param home is created; the caller keeps others from doing the same at once
     */
    void into(Path home, Progress progress) throws BrokerException {
        if (Files.isDirectory(lib(home))) {
            return;
        }
        Path mvn = new MavenLauncher(environment).find();
        try {
            Path parent = Files.createDirectories(home.toAbsolutePath().getParent());
            Path work = Files.createTempDirectory(parent, "kafka-fetch-");
            try {
                fetch(mvn, work, progress);
                Files.move(work.resolve("home"), home, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                delete(work);
            }
        } catch (IOException e) {
            throw new BrokerException("Kafka's folder cannot be written: " + e, "free or allow " + home, e);
        }
    }

    private void fetch(Path mvn, Path work, Progress progress) throws BrokerException, IOException {
        String what = "Kafka " + release.version();
        progress.step(what + ": fetching about 45 jars, 43 MB, first time only");
        Path pom = KafkaRelease.copyResource("broker-pom.xml", work);
        Path lib = lib(work.resolve("home"));
        Path log = work.resolve("maven.log");
        FetchCount count = new FetchCount(what, log, progress);
        new ShortCommand("Maven, fetching " + what, command(mvn, pom, lib), work, log).run(MAX_FETCH, count, REMEDY);
        try (Stream<Path> jars = Files.list(lib)) {
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
                .map(System::getProperty)
                .filter(repository -> repository != null && !repository.isBlank())
                .findFirst()
                .ifPresent(repository -> command.add("-Dmaven.repo.local=" + repository));
        return command;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Says how many files Maven says it has downloaded, whenever that number has grown. */
    private static final class FetchCount implements Runnable {
        private final String what;
        private final Path log;
        private final Progress progress;
        private long last;

        FetchCount(String what, Path log, Progress progress) {
            this.what = what;
            this.log = log;
            this.progress = progress;
        }

        @Override
        public void run() {
            try {
                long fetched = Files.readString(log, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.contains("Downloaded from") && line.contains(".jar"))
                        .count();
                if (fetched > last) {
                    last = fetched;
                    progress.step(what + ": " + fetched + " jars fetched, Maven's own included");
                }
            } catch (IOException e) {
                // The count is a courtesy; the fetch itself says what is wrong.
                last = Long.MAX_VALUE;
            }
        }
    }
}
