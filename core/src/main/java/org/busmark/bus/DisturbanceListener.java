package org.busmark.bus;

/** Hears what disturbed a bus. Called rarely, from any thread of the adapter; implementations are thread-safe. */
@FunctionalInterface
public interface DisturbanceListener {
    /** @param detail for people, one line */
    void onDisturbance(Disturbance kind, String detail);
}
