package org.busmark.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class KeyPartitionerTest {
    @Test
    void takesTurnsWithoutAKeyFromTheProducersOwnFirst() {
        KeyPartitioner partitioner = new KeyPartitioner(3, 7);
        int[] chosen = {
            partitioner.choose(null), partitioner.choose(null), partitioner.choose(null), partitioner.choose(null)
        };
        assertEquals("1 2 0 1", chosen[0] + " " + chosen[1] + " " + chosen[2] + " " + chosen[3]);
    }

    /** Written down: a key must not move when the code is changed, or two versions would disagree about its place. */
    @Test
    void aKeyKeepsItsPartitionInEveryProcess() {
        assertEquals(1, new KeyPartitioner(3, 0).choose(bytes("order-1")));
        assertEquals(1, new KeyPartitioner(3, 2).choose(bytes("order-1")));
        assertEquals(1, new KeyPartitioner(3, 0).choose(bytes("")));
    }

    @Test
    void similarKeysSpreadEvenly() {
        int[] counts = new int[8];
        KeyPartitioner partitioner = new KeyPartitioner(counts.length, 0);
        for (int i = 0; i < 8_000; i++) {
            counts[partitioner.choose(bytes("k" + i))]++;
        }
        for (int count : counts) {
            assertTrue(count > 800 && count < 1_200, () -> "of 8000 keys one partition has " + count);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
