package org.busmark.latency;

/** The series of a run: those that one header yields, and two of the instrument itself. The keys are public. */
public enum SeriesName {
    RESPONSE("response", "received - intended send time: what a user of the schedule would have waited"),
    SERVICE("service", "received - actual send time: what the system took once it had the message"),
    ACK("ack", "acknowledged - intended send time"),
    PACING_LAG("pacingLag", "actual - intended send time: how late the harness itself, or a blocked client, sent"),
    BLOCKED("blocked", "time inside the client's send call"),
    PACER_ERROR(
            "pacerError",
            "actual send time - the one that a perfect pacer would have reached with the very same sends: the part of the"
                    + " pacing lag that no earlier send explains"),
    JITTER(
            "jitter",
            "how late a thread was awake that slept until each step of 1 ms (open loop; else 10 ms): what machine and JVM"
                    + " did to it");

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
