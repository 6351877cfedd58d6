package org.busmark.testkit;

/** A message as a consumer's listener saw it; probes are not among these. */
record Received(int producer, int sequence, int partition, boolean redelivered) {}
