package org.busmark.bench.environment;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where programs are looked for.
 *
 * @param value as in the environment variable PATH
 */
public record ProgramPath(String value) {
    /** That of this process. */
    public static ProgramPath ofEnvironment() {
        return new ProgramPath(Objects.requireNonNullElse(System.getenv("PATH"), ""));
    }

    /** The first executable file of that name. */
    public Optional<Path> find(String program) {
        return Stream.of(value.split(File.pathSeparator, -1))
                .map(folder -> new File(folder, program).toPath())
                .filter(candidate -> Files.isRegularFile(candidate) && Files.isExecutable(candidate))
                .findFirst();
    }
}
