package org.busmark.bench.cli;

/**
 * One thing that the doctor looked at.
 *
 * @param what was looked at
 * @param state what it means for a run
 * @param found one line
 * @param remedy one step; empty when there is nothing to mend
 */
record Check(String what, State state, String found, String remedy) {
    enum State {
        /** As it should be. */
        OK,
        /** Something will not work, or less well; suite quick does. */
        NOTE,
        /** Suite quick cannot do all its work. */
        MISSING
    }

    static Check ok(String what, String found) {
        return new Check(what, State.OK, found, "");
    }

    static Check note(String what, String found, String remedy) {
        return new Check(what, State.NOTE, found, remedy);
    }

    static Check missing(String what, String found, String remedy) {
        return new Check(what, State.MISSING, found, remedy);
    }
}
