package org.busmark.kafka;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Carries one send's token through the client, again and again: it is at the same time the link of the list in which
 * {@link SendOutcomes} keeps those that are free. Its fields belong to {@link SendOutcomes}.
 */
final class SendCallback implements Callback {
    private static final VarHandle NEXT;
    private static final VarHandle PENDING;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            NEXT = lookup.findVarHandle(SendCallback.class, "next", SendCallback.class);
            PENDING = lookup.findVarHandle(SendCallback.class, "pending", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final SendOutcomes outcomes;

    /** The caller's. */
    long token;

    /** Whether an outcome is owed. */
    boolean pending;

    @SuppressWarnings("UnusedVariable") // read and written through NEXT
    private @Nullable SendCallback next;

    SendCallback(SendOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    /** The free callback behind this one; whoever sees it sees all that was written before it was linked. */
    @Nullable
    SendCallback next() {
        return (SendCallback) NEXT.getAcquire(this);
    }

    void link(@Nullable SendCallback following) {
        NEXT.setRelease(this, following);
    }

    /** Whether an outcome was owed, and no other thread has claimed it. */
    boolean claim() {
        return PENDING.compareAndSet(this, true, false);
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
        outcomes.completed(this, exception);
    }
}
