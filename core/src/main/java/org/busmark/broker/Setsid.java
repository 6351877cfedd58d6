package org.busmark.broker;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The program that runs another in a process session of its own, out of reach of its starter's terminal and group. */
final class Setsid {
    private Setsid() {}

    /** Words to put before a command; none when this system has no such program. */
    static List<String> prefix() {
        return find().map(program -> List.of(program.toString())).orElse(List.of());
    }

    static boolean available() {
        return find().isPresent();
    }

    private static Optional<Path> find() {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        for (String folder : path.split(File.pathSeparator, -1)) {
            Path program = Path.of(folder, "setsid");
            if (program.isAbsolute() && Files.isExecutable(program)) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }
}
