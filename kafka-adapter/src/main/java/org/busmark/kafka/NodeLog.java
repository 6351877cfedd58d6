package org.busmark.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a node wrote to its log.
 *
 * @param file need not exist
 */
record NodeLog(Path file) {
    private static final Pattern VERSION = Pattern.compile("Kafka version: (\\S+)");
    private static final int ERROR_LINES = 2;

    /** The broker's own word for its version; its protocol has none. */
    Optional<String> version() throws IOException {
        return lines().stream()
                .map(VERSION::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    /** Whether another process has a port that the node wanted. */
    boolean foundPortTaken() throws IOException {
        return lines().stream().anyMatch(line -> line.contains("Address already in use"));
    }

    /**
     * The first error with what follows it, which names the exception; empty if there is none. A node that dies writes
     * much more after it, shutting down what it had not started.
     */
    String firstError() throws IOException {
        return lines().stream()
                .dropWhile(line -> !line.contains(" ERROR "))
                .limit(ERROR_LINES)
                .collect(Collectors.joining("\n"));
    }

    private List<String> lines() throws IOException {
        if (Files.notExists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.toList();
        }
    }
}
