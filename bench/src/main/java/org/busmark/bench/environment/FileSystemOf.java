package org.busmark.bench.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** The file system that a folder is on, or will be on once it is made. */
public final class FileSystemOf {
    private FileSystemOf() {}

    /** Such as ext4, overlay or tmpfs; empty when it cannot be told. */
    public static Optional<String> type(Path folder) {
        try {
            return Optional.of(Files.getFileStore(existing(folder)).type());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Bytes that this user may still write; empty when it cannot be told. */
    public static OptionalLong freeBytes(Path folder) {
        try {
            return OptionalLong.of(Files.getFileStore(existing(folder)).getUsableSpace());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** The folder, or its nearest ancestor that exists. */
    public static Path existing(Path folder) {
        Path candidate = folder.toAbsolutePath().normalize();
        while (!Files.exists(candidate) && candidate.getParent() != null) {
            candidate = candidate.getParent();
        }
        return candidate;
    }
}
