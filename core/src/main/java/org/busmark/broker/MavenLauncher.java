package org.busmark.broker;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the Maven that builds Busmark: {@code BUSMARK_MVN}, else the one in {@code MAVEN_HOME} or {@code M2_HOME}, else
 * the first on the path.
 *
 * @param environment to look in
 */
record MavenLauncher(Map<String, String> environment) {
    static final String REMEDY = "install Maven 3.8.7 or newer, or set BUSMARK_MVN to its mvn";

    Path find() throws BrokerException {
        String own = environment.getOrDefault("BUSMARK_MVN", "");
        if (!own.isBlank()) {
            Path mvn = Path.of(own);
            if (!Files.isExecutable(mvn)) {
                throw new BrokerException("BUSMARK_MVN cannot be run: " + own, REMEDY);
            }
            return mvn;
        }
        Stream<Path> homes = Stream.of("MAVEN_HOME", "M2_HOME")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(home -> !home.isBlank())
                .map(home -> Path.of(home, "bin"));
        Stream<Path> path = Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
        Optional<Path> found = Stream.concat(homes, path)
                .map(folder -> folder.resolve("mvn"))
                .filter(Files::isExecutable)
                .findFirst();
        return found.orElseThrow(() -> new BrokerException("Maven is needed and was not found", REMEDY));
    }
}
