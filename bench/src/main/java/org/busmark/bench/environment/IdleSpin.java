package org.busmark.bench.environment;

import java.io.IOException;

/**
 * A program that keeps processors from halting: as many threads as it is told to make do nothing, without end. It ends
 * with its standard input, and so with whoever started it, however that ends.
 */
public final class IdleSpin {
    private static volatile boolean ended;

    private IdleSpin() {}

    /** @param args how many threads */
    public static void main(String[] args) throws IOException {
        for (int i = Integer.parseInt(args[0]); i > 0; i--) {
            Thread spinner = new Thread(IdleSpin::spin, "spin");
            spinner.setDaemon(true);
            spinner.start();
        }
        while (System.in.read() >= 0) {
            // Nobody writes; only the end is waited for.
        }
        ended = true;
    }

    /** No {@link Thread#onSpinWait}: a hypervisor takes a row of pauses for a thread that can give up its processor. */
    private static void spin() {
        while (!ended) {
            // Nothing: to look at the flag is all that keeps the processor busy.
        }
    }
}
