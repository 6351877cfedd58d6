package org.busmark.broker;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Removes a folder with all in it; does not follow links. */
final class FolderRemoval {
    private FolderRemoval() {}

    /**
     * Another process may write or remove in it at the same time.
     *
     * @return whether it is gone
     */
    static boolean remove(Path folder) {
        // A process that is ending may have added a file after its folder was listed.
        for (int attempt = 0; attempt < 5 && Files.exists(folder, LinkOption.NOFOLLOW_LINKS); attempt++) {
            try {
                Files.walkFileTree(folder, new Remover());
            } catch (IOException e) {
                // What cannot be removed is seen below.
            }
        }
        return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    }

    private static final class Remover extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
