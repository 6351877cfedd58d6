package org.busmark.workload;

/** What fills the body of a message. */
public enum Payload {
    /** Does not compress. */
    RANDOM,
    /** Compresses about four to one. */
    COMPRESSIBLE
}
