package org.busmark.results.record;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The series that are made of one message header. */
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
    BLOCKED
}
