package org.busmark.ledger;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A count with one writing thread and any number of readers. A reader that sees a count sees all that its writer did
 * before it. Alone in its cache lines: the closed loop's producer polls counts that consumers write.
 */
final class OwnedCount extends OwnedCountCell {
    // 128 bytes: processors fetch lines of 64 in pairs.
    @SuppressWarnings("unused") // holds the place behind the count
    private long q0, q1, q2, q3, q4, q5, q6, q7, q8, q9, q10, q11, q12, q13, q14, q15;

    private static final VarHandle COUNT;

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(OwnedCountCell.class, "count", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Counts one more and returns the count before. Writer only. */
    long increment() {
        long before = count;
        COUNT.setRelease(this, before + 1);
        return before;
    }

    /** Takes over from an earlier writer, whose calls have ended, and then counts one more. */
    void incrementAfterHandover() {
        COUNT.setRelease(this, get() + 1);
    }

    /** The count; from any thread. */
    long get() {
        return (long) COUNT.getAcquire(this);
    }
}

/** Superclass fields lie before those of a subclass, which is what makes the padding stand on both sides. */
abstract class OwnedCountCell extends OwnedCountPadding {
    long count;
}

abstract class OwnedCountPadding {
    @SuppressWarnings("unused") // holds the place before the count
    private long p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15;
}
