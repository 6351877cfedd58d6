package org.busmark.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MessagePrintTest {
    @Test
    void equalMessagesHaveEqualPrints() {
        assertEquals(MessagePrint.of(new byte[] {1, 2, 3}, 4), MessagePrint.of(new byte[] {1, 2, 3}, 4));
    }

    @Test
    void partitionLengthAndEachOfTheFirstBytesCount() {
        byte[] body = new byte[40];
        long print = MessagePrint.of(body, 0);
        assertNotEquals(print, MessagePrint.of(body, 1));
        assertNotEquals(print, MessagePrint.of(new byte[41], 0));
        for (int i = 0; i < 32; i++) {
            byte[] changed = body.clone();
            changed[i] = 1;
            assertNotEquals(print, MessagePrint.of(changed, 0), "byte " + i);
        }
    }

    @Test
    void randomShortMessagesDiffer() {
        Random random = new Random(1);
        Set<Long> prints = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            byte[] body = new byte[17];
            random.nextBytes(body);
            prints.add(MessagePrint.of(body, 0));
        }
        assertEquals(100_000, prints.size());
    }
}
