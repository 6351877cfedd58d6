package org.busmark.kafka;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;

/** Kafka's exceptions as one line for people. */
final class KafkaErrors {
    private KafkaErrors() {}

    /** The exception's kind and what it says, without the wrapping that futures and clients add. */
    static String line(Throwable thrown) {
        Throwable cause = thrown;
        while (isWrapping(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        return (cause.getClass().getSimpleName() + message).replaceAll("\\s+", " ");
    }

    /** The client says "Failed to construct kafka consumer" and puts the reason behind it. */
    private static boolean isWrapping(Throwable thrown) {
        return thrown instanceof ExecutionException || thrown.getClass().equals(KafkaException.class);
    }
}
