package org.busmark.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.KafkaStorageException;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.NotEnoughReplicasAfterAppendException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownServerException;
import org.busmark.bus.SendOutcome;
import org.junit.jupiter.api.Test;

final class SendFailuresTest {
    @Test
    void brokersRefusalsAreRejections() {
        List.of(
                        new RecordTooLargeException("a"),
                        new RecordBatchTooLargeException("a"),
                        new TopicAuthorizationException("a"),
                        new InvalidTopicException("a"),
                        new InvalidRecordException("a"),
                        new NotEnoughReplicasException("before it wrote"))
                .forEach(e -> assertEquals(SendOutcome.REJECTED, SendFailures.outcomeOf(e), e::toString));
    }

    @Test
    void whatMayHaveBeenWrittenIsUnknown() {
        List<Exception> doubtful = List.of(
                new TimeoutException("Expiring 3 record(s)"),
                new NetworkException("a"),
                new DisconnectException("a"),
                new KafkaStorageException("a"),
                new NotEnoughReplicasAfterAppendException("a"),
                new OutOfOrderSequenceException("a"),
                new AuthenticationException("on a connection made again"),
                new UnknownServerException("a"),
                new ApiException("a"),
                new KafkaException("Producer is closed forcefully."),
                new IllegalStateException("a"));
        doubtful.forEach(e -> assertEquals(SendOutcome.UNKNOWN, SendFailures.outcomeOf(e), e::toString));
    }
}
