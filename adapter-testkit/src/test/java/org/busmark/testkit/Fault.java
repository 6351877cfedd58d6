package org.busmark.testkit;

/** One way to break the contract; see {@link FaultyAdapter}. */
enum Fault {
    NONE("nothing"),
    LOSES_A_MESSAGE("delivery of"),
    DELIVERS_TWICE("arrived more than once"),
    SWAPS_TWO_MESSAGES("came after number"),
    CHANGES_A_BYTE("wrong bytes"),
    READS_THE_PAYLOAD_LATE("wrong bytes"),
    IGNORES_THE_PARTITION("Received["),
    SPREADS_A_KEY("key "),
    MISSES_AN_OUTCOME("sends without an outcome"),
    TELLS_AN_OUTCOME_TWICE("a second outcome"),
    TELLS_AN_OUTCOME_AFTER_CLOSE("without an outcome"),
    CHANGES_THE_TOKEN("a token that was never given"),
    ACKNOWLEDGES_WHAT_NOBODY_PROMISED("outcomes ["),
    DELIVERS_AFTER_CLOSE("after close() returned"),
    OVERLAPS_LISTENER_CALLS("overlapped"),
    TAKES_ANY_SETTING("BusException"),
    CONNECTS_TO_NOWHERE("BusException"),
    TAKES_A_TOPIC_TWICE("BusException"),
    SHOWS_THE_PASSWORD("password"),
    LEAKS_A_THREAD("no thread"),
    LEAKS_A_SOCKET("sockets");

    private final String finding;

    Fault(String finding) {
        this.finding = finding;
    }

    /** Words of the failure that the contract must report. */
    String finding() {
        return finding;
    }
}
