package org.busmark.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ShutdownSignalException;
import org.jspecify.annotations.Nullable;

/** What went wrong, in one line for people. The client hides the broker's words in causes. */
final class Reason {
    private Reason() {}

    static String of(Throwable thrown) {
        String said = null;
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof ShutdownSignalException signal && brokersWords(signal) != null) {
                said = brokersWords(signal);
            }
        }
        return oneLine(said != null ? said : words(thrown));
    }

    private static @Nullable String brokersWords(ShutdownSignalException signal) {
        if (signal.getReason() instanceof AMQP.Channel.Close close) {
            return close.getReplyText();
        }
        return signal.getReason() instanceof AMQP.Connection.Close close ? close.getReplyText() : null;
    }

    /** The message, and the cause's where it adds something, as "connection error" does not say much. */
    private static String words(Throwable thrown) {
        String message = thrown.getMessage();
        Throwable cause = thrown.getCause();
        if (cause == null) {
            return message == null ? thrown.getClass().getSimpleName() : message;
        }
        String behind = words(cause);
        return message == null || message.contains(behind) ? behind : message + ": " + behind;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
