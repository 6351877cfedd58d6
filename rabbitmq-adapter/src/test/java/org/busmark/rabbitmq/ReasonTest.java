package org.busmark.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class ReasonTest {
    @Test
    void theBrokersWordsAreFoundBehindCauses() {
        AMQP.Channel.Close close = new AMQP.Channel.Close.Builder()
                .replyCode(404)
                .replyText("NOT_FOUND - no queue 'q'")
                .classId(0)
                .methodId(0)
                .build();
        IOException thrown = new IOException(new ShutdownSignalException(false, false, close, "channel"));
        assertEquals("NOT_FOUND - no queue 'q'", Reason.of(thrown));
    }

    @Test
    void aMessageIsOneLine() {
        assertEquals("refused; by somebody", Reason.of(new IOException("refused\n  by somebody\n")));
    }

    @Test
    void aMissingMessageIsLookedForInTheCauseThenNamed() {
        assertEquals("deep", Reason.of(new IOException(null, new IllegalStateException("deep"))));
        assertEquals("deep", Reason.of(new IOException(new IllegalStateException("deep"))));
        assertEquals("top: EOFException", Reason.of(new IOException("top", new EOFException())));
        assertEquals("IOException", Reason.of(new IOException()));
    }
}
