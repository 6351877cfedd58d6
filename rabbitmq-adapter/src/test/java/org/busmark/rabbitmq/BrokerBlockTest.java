package org.busmark.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class BrokerBlockTest {
    private final BrokerBlock block = new BrokerBlock();

    @Test
    void isOpenUntilTheBrokerSaysSo() {
        assertFalse(block.isBlocked());
        assertTrue(block.awaitLifted(0));
    }

    @Test
    void gripsUntilTheDeadline() {
        block.handleBlocked("low on memory");
        assertTrue(block.isBlocked());
        assertFalse(block.awaitLifted(TimeUnit.MILLISECONDS.toNanos(2)));
    }

    @Test
    void letsAWaiterGoWhenTheBrokerLiftsIt() {
        block.handleBlocked("low on memory");
        Thread broker = new Thread(block::handleUnblocked, "broker");
        broker.start();
        assertTrue(block.awaitLifted(TimeUnit.SECONDS.toNanos(30)));
        assertFalse(block.isBlocked());
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() {
        block.handleBlocked("low on memory");
        Thread.currentThread().interrupt();
        assertFalse(block.awaitLifted(TimeUnit.SECONDS.toNanos(30)));
        assertTrue(Thread.interrupted());
    }
}
