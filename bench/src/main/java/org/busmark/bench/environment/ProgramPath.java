package org.busmark.bench.environment;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

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
        for (String folder : value.split(File.pathSeparator, -1)) {
            try {
                Path candidate = Path.of(folder, program);
                if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                    return Optional.of(candidate);
                }
            } catch (InvalidPathException e) {
                continue;
            }
        }
        return Optional.empty();
    }
}
