package org.busmark.latency;

/** The series that one header yields. The keys are public: run.json uses them. */
public enum SeriesName {
    RESPONSE("response", "received - intended send time: what a user of the schedule would have waited"),
    SERVICE("service", "received - actual send time: what the system took once it had the message"),
    ACK("ack", "acknowledged - intended send time"),
    PACING_LAG("pacingLag", "actual - intended send time: how late the harness itself, or a blocked client, sent"),
    BLOCKED("blocked", "time inside the client's send call");

    private final String key;
    private final String definition;

    SeriesName(String key, String definition) {
        this.key = key;
        this.definition = definition;
    }

    /** Name in run.json and in interval logs. */
    public String key() {
        return key;
    }

    /** What is measured, in words. */
    public String definition() {
        return definition;
    }
}
