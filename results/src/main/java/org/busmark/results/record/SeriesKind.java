package org.busmark.results.record;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The series that are made of one message header, and two of the instrument itself. */
public enum SeriesKind {
    /** Received less intended send time; open loop only. The headline. */
    @JsonProperty("response")
    RESPONSE,
    /** Received less actual send time. */
    @JsonProperty("service")
    SERVICE,
    /** Acknowledged less intended send time. */
    @JsonProperty("ack")
    ACK,
    /** Actual less intended send time. */
    @JsonProperty("pacingLag")
    PACING_LAG,
    /** Time inside {@code send}. */
    @JsonProperty("blocked")
    BLOCKED,
    /** The part of the pacing lag that no earlier send explains: the instrument's own error. */
    @JsonProperty("pacerError")
    PACER_ERROR,
    /** How late the machine let a sleeping thread run; no messages. */
    @JsonProperty("jitter")
    JITTER
}
