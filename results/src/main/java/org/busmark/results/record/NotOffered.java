package org.busmark.results.record;

import org.busmark.bus.Guarantee;

/** A cell that does not exist because the system does not offer it. */
public record NotOffered(String bus, String workload, Guarantee guarantee, String reason) {}
