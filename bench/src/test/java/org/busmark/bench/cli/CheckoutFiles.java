package org.busmark.bench.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of this checkout that no class path holds. */
final class CheckoutFiles {
    private CheckoutFiles() {}

    /** Looked for from the working folder, which is the module's or the checkout's. */
    static Path file(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(name)) || !Files.isDirectory(folder.resolve("bench"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException(
                        "no " + name + " above " + Path.of("").toAbsolutePath());
            }
        }
        return folder.resolve(name);
    }
}
