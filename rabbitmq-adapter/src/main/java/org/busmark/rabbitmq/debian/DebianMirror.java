package org.busmark.rabbitmq.debian;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where this machine gets Debian's packages from: the first mirror among its own apt sources, in either format. */
final class DebianMirror {
    private DebianMirror() {}

    /** @param etcApt usually {@code /etc/apt} */
    static Optional<String> find(Path etcApt) throws IOException {
        List<String> candidates = new ArrayList<>();
        Path parts = etcApt.resolve("sources.list.d");
        for (Path file : files(parts, "*.sources")) {
            deb822(file, candidates);
        }
        oneLine(etcApt.resolve("sources.list"), candidates);
        for (Path file : files(parts, "*.list")) {
            oneLine(file, candidates);
        }
        return candidates.stream().filter(DebianMirror::isMainArchive).findFirst();
    }

    /** Security updates stand in an archive of their own, which lacks the rest. */
    private static boolean isMainArchive(String uri) {
        return uri.contains("://") && uri.replaceAll("/+$", "").endsWith("/debian");
    }

    private static void deb822(Path file, List<String> candidates) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (line.regionMatches(true, 0, "URIs:", 0, 5)) {
                candidates.addAll(words(line.substring(5)).toList());
            }
        }
    }

    private static void oneLine(Path file, List<String> candidates) throws IOException {
        if (!Files.isReadable(file)) {
            return;
        }
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("deb ")) {
                words(line).filter(word -> word.contains("://")).forEach(candidates::add);
            }
        }
    }

    private static Stream<String> words(String line) {
        return Arrays.stream(line.strip().split("\\s+"));
    }

    private static List<Path> files(Path folder, String glob) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
                stream.forEach(files::add);
            }
        }
        files.removeIf(file -> !Files.isReadable(file));
        files.sort(Comparator.naturalOrder());
        return files;
    }
}
