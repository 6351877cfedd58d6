package org.busmark.traffic;

/** When the message with a sequence number was meant to leave; read on the thread that hears outcomes. */
interface IntendedTimes {
    /** Not timed: a closed loop times a sample only. */
    long NOT_TIMED = Long.MIN_VALUE;

    long intendedNs(long sequence);
}
