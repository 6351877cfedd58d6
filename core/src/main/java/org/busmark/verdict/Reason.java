package org.busmark.verdict;

import java.util.Arrays;
import java.util.Optional;

/** Why a verdict is not VALID: each kind with the words by which it is known. The words are public. */
public enum Reason {
    OFFERED_RATE("offered rate missed"),
    NOTHING_MEASURED("no message was delivered while measuring"),
    IMPOSSIBLE_TIME("impossible times"),
    PACING("pacing lag"),
    JITTER("machine jitter"),
    STOLEN_CPU("stolen CPU"),
    FOREIGN_CPU("CPU used by others"),
    COMPILING("not warmed up"),
    NO_STEADY_STATE("no steady state"),
    LOST("lost, allowed 0"),
    NOT_ACKNOWLEDGED("handed over without acknowledgement"),
    CORRUPTED("corrupted, allowed 0"),
    UNEXPECTED("unexpected (never sent, rejected, or of another run)"),
    OUT_OF_ORDER("out of order where order is promised"),
    SURPLUS_OUTCOME("reported for a send that had one or never was"),
    DUPLICATED("repeated without a redelivery flag"),
    REJECTED("rejected, 0 expected"),
    UNKNOWN_OUTCOME("of unknown outcome"),
    NO_OUTCOME("without any outcome"),
    CLIENT_FAILED("a client failed for good");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    /** Words that stand in every reason of this kind, and in none of another. */
    public String words() {
        return words;
    }

    /** Whether a reason, of a run or of a cell, is of this kind. */
    public boolean matches(String reason) {
        return reason.contains(words);
    }

    /**
     * Whether the machine, or the instrument on it, can give any run such a reason, whatever the bus did: what is to be
     * tried again on a quieter machine.
     */
    public boolean isOfMachine() {
        return switch (this) {
            case PACING, JITTER, STOLEN_CPU, FOREIGN_CPU, COMPILING -> true;
            default -> false;
        };
    }

    /** The kind of a reason; empty for one that no rule gives, such as that of a fork which died. */
    public static Optional<Reason> of(String reason) {
        return Arrays.stream(values()).filter(kind -> kind.matches(reason)).findFirst();
    }

    /** A reason of this kind that begins with its words. */
    String because(String details) {
        return words + details;
    }
}
