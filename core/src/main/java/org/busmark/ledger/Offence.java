package org.busmark.ledger;

/** Kinds of what the ledger names one by one, in words. */
enum Offence {
    LOST("lost"),
    REJECTED_DELIVERED("rejected but delivered"),
    UNEXPECTED("delivered but never sent"),
    FOREIGN("foreign message"),
    ILLEGAL_DUPLICATE("delivered again without a redelivery flag"),
    OUT_OF_ORDER("out of order"),
    CORRUPTED("corrupted message"),
    SURPLUS_OUTCOME("outcome without an open send"),
    NOT_ACKNOWLEDGED("handed over without acknowledgement");

    private final String words;

    Offence(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
