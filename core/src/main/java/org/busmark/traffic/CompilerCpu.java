package org.busmark.traffic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * Processor time that the compilers of this JVM have used, as Linux charges it to their threads. The JVM's own account is
 * of elapsed time and counts the waiting too: with two busy processors it was seen to say twice as much.
 */
final class CompilerCpu {
    /** Linux keeps 15 characters: "C2 CompilerThre", "JVMCI CompilerT", "JIT Compilation". */
    private static final String COMPILER = "Compil";

    private CompilerCpu() {}

    /**
     * Since the JVM began, s of all compiler threads that still live; empty where they cannot be told. A thread that ends
     * takes its time out of the account. Reads a small file a thread.
     */
    static OptionalDouble readSeconds() {
        return readSeconds(Path.of("/proc/self"));
    }

    static OptionalDouble readSeconds(Path process) {
        double seconds = 0;
        boolean found = false;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(process.resolve("task"), "[0-9]*")) {
            for (Path thread : threads) {
                OptionalDouble ofThread = ofCompiler(thread);
                found |= ofThread.isPresent();
                seconds += ofThread.orElse(0);
            }
        } catch (IOException | DirectoryIteratorException | IndexOutOfBoundsException | NumberFormatException e) {
            return OptionalDouble.empty();
        }
        return found ? OptionalDouble.of(seconds) : OptionalDouble.empty();
    }

    /** Empty for other threads, and for one that ended while it was read. */
    private static OptionalDouble ofCompiler(Path thread) throws IOException {
        try {
            return Files.readString(thread.resolve("comm"), StandardCharsets.ISO_8859_1)
                            .contains(COMPILER)
                    ? OptionalDouble.of(MachineCpu.ofThread(thread))
                    : OptionalDouble.empty();
        } catch (NoSuchFileException ended) {
            return OptionalDouble.empty();
        } catch (IOException e) {
            if (Files.exists(thread)) {
                throw e;
            }
            return OptionalDouble.empty();
        }
    }
}
