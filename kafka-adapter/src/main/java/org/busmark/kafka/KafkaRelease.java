package org.busmark.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Which Kafka a private broker is. The build writes it from the version of the client, so that both are of one release.
 *
 * @param version of Kafka
 * @param artifact its Maven coordinates
 */
record KafkaRelease(String version, String artifact) {
    static KafkaRelease ofBuild() {
        try (InputStream in = open("broker.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return new KafkaRelease(required(properties, "version"), required(properties, "artifact"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String required(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("resource broker.properties lacks " + name);
        }
        return value;
    }

    /** Copies one of this package's resources, which a child process is to read. */
    static Path copyResource(String name, Path folder) throws IOException {
        Path copy = folder.resolve(name);
        try (InputStream in = open(name)) {
            Files.copy(in, copy);
        }
        return copy;
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = KafkaRelease.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("resource is missing: " + name);
        }
        return in;
    }
}
