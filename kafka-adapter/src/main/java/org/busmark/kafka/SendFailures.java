package org.busmark.kafka;

import java.util.Set;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InvalidRequiredAcksException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedCompressionTypeException;
import org.apache.kafka.common.errors.UnsupportedForMessageFormatException;
import org.busmark.bus.SendOutcome;

/**
 * What the client's exceptions, given to a send's callback on its I/O thread, say about the message.
 *
 * <p>{@link SendOutcome#REJECTED} is a promise that the message is not in the system, so only the broker's own refusals
 * count, and those of them that it decides before it writes. Everything else is {@link SendOutcome#UNKNOWN}: a timeout
 * too, since the client's exception does not tell whether the batch ever left.
 */
final class SendFailures {
    private static final Set<Class<? extends Exception>> REFUSALS = Set.of(
            ClusterAuthorizationException.class,
            InvalidRecordException.class,
            InvalidRequiredAcksException.class,
            InvalidTimestampException.class,
            InvalidTopicException.class,
            NotEnoughReplicasException.class,
            PolicyViolationException.class,
            RecordBatchTooLargeException.class,
            RecordTooLargeException.class,
            SecurityDisabledException.class,
            TopicAuthorizationException.class,
            UnknownTopicOrPartitionException.class,
            UnsupportedCompressionTypeException.class,
            UnsupportedForMessageFormatException.class);

    private SendFailures() {}

    static SendOutcome outcomeOf(Exception exception) {
        return REFUSALS.contains(exception.getClass()) ? SendOutcome.REJECTED : SendOutcome.UNKNOWN;
    }
}
