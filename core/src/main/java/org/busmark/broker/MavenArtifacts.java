package org.busmark.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Jars got through the Maven that builds Busmark, so that the user's mirrors, proxies and credentials apply: for what
 * needs a class path of its own. Stateless.
 *
 * @param what they are, for people
 * @param size how many and how large, for people
 * @param again the command that tries it once more
 * @param environment where Maven is looked for
 */
public record MavenArtifacts(String what, String size, String again, Map<String, String> environment) {
    public MavenArtifacts {
        environment = Map.copyOf(environment);
    }

    /**
     * Copies what a POM depends on at run time, its own dependencies included. Takes minutes at most, and ends at once
     * when the thread is interrupted.
     *
     * @param pom of packaging "pom"; Maven's output is kept beside it
     * @param lib made for the jars
     * @throws BrokerException with reason and remedy when Maven is not there, fails, or is interrupted
     */
    public void copy(Path pom, Path lib, Progress progress) throws BrokerException, IOException {
        Path mvn = new MavenLauncher(environment).find();
        progress.step(what + ": fetching " + size + ", first time only");
        DownloadProgress downloads = new DownloadProgress(what, progress);
        new MavenRun(command(mvn, pom, lib), pom.resolveSibling("maven.log"), what, again).run(downloads);
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
