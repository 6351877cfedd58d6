package org.busmark.zeromq;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.Guarantee;
import org.busmark.bus.TopicSpec;
import org.junit.jupiter.api.Test;

final class PartitionTest {
    @Test
    void hashesKeysByThePublishedVectors() {
        assertEquals(0x811C9DC5, PartitionChoice.fnv1a(new byte[0]));
        assertEquals(0xE40C292C, PartitionChoice.fnv1a(bytes("a")));
        assertEquals(0xBF9CF968, PartitionChoice.fnv1a(bytes("foobar")));
    }

    @Test
    void keysWithANegativeHashHaveAPartitionToo() {
        assertEquals(Math.floorMod(0xE40C292C, 3), new PartitionChoice(3, 0).of(bytes("a")));
    }

    @Test
    void messagesWithoutAKeyGoRoundFromTheProducersOwnStart() {
        PartitionChoice choice = new PartitionChoice(3, 5);
        assertArrayEquals(
                new int[] {2, 0, 1, 2}, new int[] {choice.of(null), choice.of(null), choice.of(null), choice.of(null)});
    }

    @Test
    void membersShareOutThePartitions() {
        assertArrayEquals(new int[] {0, 2, 4}, share(5, 0, 2));
        assertArrayEquals(new int[] {1, 3}, share(5, 1, 2));
    }

    @Test
    void membersBeyondThePartitionsShareThem() {
        assertArrayEquals(new int[] {0}, share(2, 0, 3));
        assertArrayEquals(new int[] {1}, share(2, 1, 3));
        assertArrayEquals(new int[] {0}, share(2, 2, 3));
    }

    private static int[] share(int partitions, int member, int members) {
        TopicSpec topic = new TopicSpec("topic", partitions, List.of("group"), Guarantee.FIRE_AND_FORGET);
        return PartitionShare.of(new ConsumerSpec(topic, "group", member, members, ConsumerSpec.Start.LATEST));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
