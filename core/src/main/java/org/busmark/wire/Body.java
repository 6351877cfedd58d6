package org.busmark.wire;

/** What fills a message after its header. */
public enum Body {
    /** Bytes that no compressor makes smaller. */
    RANDOM,
    /** Bytes that common compressors make about four times smaller. */
    COMPRESSIBLE
}
