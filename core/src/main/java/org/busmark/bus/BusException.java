package org.busmark.bus;

/** A bus could not do what it was asked. The message is one line for people: what, where, and what it said. */
public class BusException extends Exception {
    public BusException(String message) {
        super(message);
    }

    public BusException(String message, Throwable cause) {
        super(message, cause);
    }
}
