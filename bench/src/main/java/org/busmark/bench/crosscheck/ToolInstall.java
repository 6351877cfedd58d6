package org.busmark.bench.crosscheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.BrokerException;
import org.busmark.broker.MavenArtifacts;
import org.busmark.broker.Progress;

/**
 * Fetches a tool's jars through Maven into the cache, once.
 *
 * @param artifact name of the POM in the resources
 * @param size of what is fetched, for people
 * @param environment where Maven is looked for
 */
record ToolInstall(String artifact, String size, Map<String, String> environment) {
    private static final Pattern VERSION = Pattern.compile("<version>([0-9][^<]*)</version>");

    ToolSoftware into(BrokerCache cache, Progress progress) throws BrokerException {
        String pom = pom();
        String version = version(pom);
        MavenArtifacts jars = new MavenArtifacts(artifact + " " + version, size, "./busmark crosscheck", environment);
        Path home = cache.install("crosscheck-" + artifact + "-" + version, folder -> {
            Path file = Files.writeString(folder.resolve("pom.xml"), pom);
            jars.copy(file, folder.resolve("lib"), progress);
        });
        String classPath = home.resolve("lib") + "/*";
        return new ToolSoftware(classPath, classPath, version);
    }

    /** The project's own version stands first. */
    static String version(String pom) {
        Matcher found = VERSION.matcher(pom);
        if (!found.find()) {
            throw new IllegalStateException("the POM has no version");
        }
        return found.group(1);
    }

    private String pom() {
        String name = "/crosscheck/" + artifact + ".xml";
        try (InputStream in = ToolInstall.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource is missing: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
