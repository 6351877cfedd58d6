package org.busmark.bus;

/**
 * One message as it reached a consumer. A view: it and the bytes behind it are valid during the call of {@link
 * MessageListener#onMessage} only, and belong to the adapter, which keeps one delivery for each consumer and fills it
 * anew for each message. Not thread-safe; allocates nothing.
 */
public final class Delivery {
    private static final byte[] NOTHING = {};

    private byte[] buffer = NOTHING;
    private int offset;
    private int length;
    private int partition;
    private boolean redelivered;

    /**
     * Points this view at a message. For adapters.
     *
     * @param buffer holds the payload; not copied
     * @param offset index of the payload's first byte
     * @param length of the payload, bytes
     * @param partition that it came from, 0 to the topic's partitions - 1
     * @param redelivered whether the system itself marked it as possibly delivered before
     * @return this
     */
    public Delivery of(byte[] buffer, int offset, int length, int partition, boolean redelivered) {
        this.buffer = buffer;
        this.offset = offset;
        this.length = length;
        this.partition = partition;
        this.redelivered = redelivered;
        return this;
    }

    /** The array that holds the payload; read-only for the listener. */
    public byte[] buffer() {
        return buffer;
    }

    /** Index of the payload's first byte in {@link #buffer()}. */
    public int offset() {
        return offset;
    }

    /** Length of the payload in bytes. */
    public int length() {
        return length;
    }

    /** The partition that the message came from. */
    public int partition() {
        return partition;
    }

    /** Whether the system itself marked the message as possibly delivered before. */
    public boolean redelivered() {
        return redelivered;
    }
}
