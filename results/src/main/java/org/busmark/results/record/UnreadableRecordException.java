package org.busmark.results.record;

import java.io.IOException;

/** A file that is not what it should be. The message is one line for people: {@code file:line:column: what}. */
public final class UnreadableRecordException extends IOException {
    public UnreadableRecordException(String message, Throwable cause) {
        super(message, cause);
    }

    public UnreadableRecordException(String message) {
        super(message);
    }
}
