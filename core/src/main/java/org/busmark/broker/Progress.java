package org.busmark.broker;

/** Hears what takes time, for people: one short line a step, no line end. Thread-safe. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = step -> {};

    void step(String step);
}
