package org.busmark.results.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes a file so that a crash at any moment leaves the old one or the whole new one. */
public final class AtomicFile {
    private static final String GROWING_BEGIN = ".";
    private static final String GROWING_END = ".tmp";

    private AtomicFile() {}

    /** Writes it; the folder must exist. */
    public static void write(Path file, byte[] content) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null) {
            throw new IOException("no folder holds " + file);
        }
        // A rename is atomic within one file system only, so the new file grows beside the old one.
        // Files.createTempFile would make it readable by its owner only, and others read reports too.
        Path growing = folder.resolve(GROWING_BEGIN + absolute.getFileName() + "." + UUID.randomUUID() + GROWING_END);
        try {
            try (FileChannel channel =
                    FileChannel.open(growing, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(growing, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(growing);
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Removes what a killed process was writing into this folder; nothing else may write into it now. */
    public static void removeUnfinished(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(AtomicFile::isUnfinished).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isUnfinished(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(GROWING_BEGIN) && name.endsWith(GROWING_END) && Files.isRegularFile(file);
    }
}
