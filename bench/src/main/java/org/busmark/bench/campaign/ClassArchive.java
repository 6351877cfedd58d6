package org.busmark.bench.campaign;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets the forks of one bus find their classes as the first of them loaded them (application class data sharing). Each
 * would load and verify the same thousands again, for a second of two processors where the bus's client is a large one.
 * What is compiled it does not change.
 *
 * <p>The JVM checks that an archive is its own and of the same class path, and goes on without it if not. Not thread-safe:
 * one fork runs at a time.
 */
final class ClassArchive {
    private final Path folder;
    private final boolean possible;

    /**
     * For forks with this JVM's class path.
     *
     * @param folder for the archives, some 30 MB each
     */
    ClassArchive(Path folder) {
        this(folder, System.getProperty("java.class.path", ""));
    }

    ClassArchive(Path folder, String classPath) {
        this.folder = folder;
        this.possible = isPossible(folder, classPath);
    }

    /** A JVM that is to archive classes refuses to start with folders on its class path. */
    private static boolean isPossible(Path folder, String classPath) {
        boolean onlyFiles = Stream.of(classPath.split(Pattern.quote(File.pathSeparator), -1))
                .allMatch(entry -> Files.isRegularFile(Path.of(entry)));
        return onlyFiles && !folder.toString().contains(File.pathSeparator);
    }

    /** For the next fork of this bus: to write the archive when it ends, or to use it. Empty where neither is possible. */
    List<String> jvmOptions(String bus) {
        if (!possible) {
            return List.of();
        }
        Path file = file(bus);
        String option = Files.exists(file) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=";
        // What cannot be archived, and why, is no news.
        return List.of(option + file, "-Xlog:cds=error", "-Xlog:cds+dynamic=error");
    }

    /** After a fork that did not end well: it may have been killed while it wrote. */
    void drop(String bus) throws IOException {
        Files.deleteIfExists(file(bus));
    }

    private Path file(String bus) {
        return folder.resolve(bus + ".jsa");
    }
}
