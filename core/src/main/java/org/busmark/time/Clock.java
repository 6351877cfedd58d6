package org.busmark.time;

/**
 * The one clock of a run. Values mean something only as differences, may be negative, and are compared by subtraction.
 * Thread-safe.
 */
@FunctionalInterface
public interface Clock {
    /** {@link System#nanoTime}, comparable between the processes of one host; about 20 ns a call. */
    Clock SYSTEM = System::nanoTime;

    /** Now, ns. */
    long nanoTime();
}
