package org.busmark.bench.fork;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * What a client prints in a fork belongs into a log. JMH sends a fork's {@code System.out} and {@code System.err} over its
 * own connection to those of the host, where only data and progress may stand; what the process itself writes goes to
 * JMH's output, which is the run's log. A JVM of several runs writes to a log of its own, in which each begins with its
 * name.
 */
final class ForkOutput {
    private ForkOutput() {}

    /** Lets this process print to its own streams again. */
    static void toLog() {
        System.setOut(printing(FileDescriptor.out));
        System.setErr(printing(FileDescriptor.err));
    }

    private static PrintStream printing(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, Charset.defaultCharset());
    }
}
