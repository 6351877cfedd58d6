package org.busmark.kafka;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;
import org.busmark.bus.BusException;

/** Waits for what Kafka's admin client was asked. */
final class AdminAnswers {
    /** A little more than the client's own bound, which gives the better reason. */
    private static final long MAX_WAIT_MS = 15_000;

    private AdminAnswers() {}

    /**
     * Waits for an answer.
     *
     * @param what was asked, to stand behind "cannot"
     * @throws BusException if Kafka refuses, does not answer, or the thread is interrupted, which it then still is
     */
    static <T> T await(String what, KafkaFuture<T> answer) throws BusException {
        try {
            return answer.get(MAX_WAIT_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new BusException("cannot " + what + ": " + KafkaErrors.line(e), e);
        } catch (TimeoutException e) {
            throw new BusException("cannot " + what + ": no answer within " + MAX_WAIT_MS + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusException("cannot " + what + ": interrupted", e);
        }
    }
}
