package org.busmark.broker;

/** A private broker cannot be had or did not start. */
public final class BrokerException extends Exception {
    private final String remedy;

    /**
     * Without a cause.
     *
     * @param reason one line, or one line and the broker's last log lines
     * @param remedy the one command or step that mends it
     */
    public BrokerException(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    public BrokerException(String reason, String remedy, Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    /** The one command or step that mends it. */
    public String remedy() {
        return remedy;
    }
}
