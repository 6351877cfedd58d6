package org.busmark.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageCodecTest {
    private static final int RUN = 0xCAFE_BABE;

    @ParameterizedTest
    @ValueSource(ints = {32, 33, 39, 100, 1024, 65_537, 5 << 20})
    void whatIsWrittenIsRead(int bytes) {
        SplittableRandom random = new SplittableRandom(bytes);
        for (int producer : new int[] {0, 1, 77, WireHeader.MAX_PRODUCER}) {
            MessageWriter writer = new MessageWriter(RUN, producer, bytes, Body.RANDOM, 1);
            MessageReader reader = new MessageReader(RUN, bytes);
            for (int i = 0; i < 20; i++) {
                long sequence = random.nextLong(WireHeader.MAX_SEQUENCE + 1);
                long intendedNs = random.nextLong();
                long sentNs = random.nextLong();
                byte[] message = writer.write(sequence, intendedNs, sentNs);
                assertEquals(bytes, message.length);
                assertEquals(Reading.MESSAGE, reader.read(message, 0, bytes));
                assertEquals(producer, reader.producer());
                assertEquals(sequence, reader.sequence());
                assertEquals(intendedNs, reader.intendedNs());
                assertEquals(sentNs, reader.sentNs());
            }
        }
    }

    @Test
    void theBytesLieWhereTheTableSays() {
        byte[] message = new MessageWriter(RUN, 5, 40, Body.RANDOM, 1).write(0x0102_0304_0506L, 11, 22);
        ByteBuffer buffer = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        CRC32C crc = new CRC32C();
        crc.update(message, 4, 36);
        assertEquals((int) crc.getValue(), buffer.getInt(0));
        assertEquals(RUN, buffer.getInt(4));
        assertEquals(11, buffer.getLong(8));
        assertEquals(22, buffer.getLong(16));
        assertEquals(0x0005_0102_0304_0506L, buffer.getLong(24));
    }

    @Test
    void theWriterUsesItsOneArray() {
        MessageWriter writer = new MessageWriter(RUN, 0, 100, Body.RANDOM, 1);
        byte[] first = writer.write(0, 0, 0);
        assertSame(first, writer.write(1, 0, 0));
        assertSame(first, writer.writeProbe(2));
    }

    @Test
    void aMessageInsideALargerBufferIsRead() {
        byte[] message = new MessageWriter(RUN, 3, 100, Body.RANDOM, 1).write(9, 8, 7);
        MessageReader reader = new MessageReader(RUN, 100);
        for (int offset = 0; offset < 16; offset++) {
            byte[] buffer = new byte[140];
            System.arraycopy(message, 0, buffer, offset, 100);
            assertEquals(Reading.MESSAGE, reader.read(buffer, offset, 100));
            assertEquals(9, reader.sequence());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 47, 130})
    void everySingleBitFlipIsCorruption(int bytes) {
        byte[] message = new MessageWriter(RUN, 1, bytes, Body.RANDOM, 1).write(41, 1, 2);
        MessageReader reader = new MessageReader(RUN, bytes);
        for (int bit = 0; bit < bytes * 8; bit++) {
            message[bit / 8] ^= (byte) (1 << bit % 8);
            assertEquals(Reading.CORRUPT, reader.read(message, 0, bytes), "bit " + bit);
            message[bit / 8] ^= (byte) (1 << bit % 8);
        }
        assertEquals(Reading.MESSAGE, reader.read(message, 0, bytes));
    }

    @Test
    void aBodyUnderAnotherHeaderIsCorruption() {
        MessageWriter writer = new MessageWriter(RUN, 0, 100, Body.RANDOM, 1);
        byte[] first = writer.write(1, 0, 0).clone();
        byte[] second = writer.write(2, 0, 0).clone();
        System.arraycopy(first, 32, second, 32, 68);
        assertEquals(Reading.CORRUPT, new MessageReader(RUN, 100).read(second, 0, 100));
    }

    @Test
    void shortAndMissizedPayloadsAreCorruption() {
        byte[] message = new MessageWriter(RUN, 0, 100, Body.RANDOM, 1).write(1, 0, 0);
        MessageReader reader = new MessageReader(RUN, 100);
        for (int length = 0; length < 100; length++) {
            assertEquals(Reading.CORRUPT, reader.read(message, 0, length), "length " + length);
        }
        assertEquals(Reading.CORRUPT, new MessageReader(RUN, 101).read(message, 0, 100));
        assertEquals(Reading.CORRUPT, new MessageReader(RUN, 99).read(message, 0, 100));
    }

    @Test
    void anIntactMessageOfAnotherRunIsForeignWhateverItsSize() {
        byte[] message = new MessageWriter(RUN + 1, 0, 100, Body.RANDOM, 1).write(1, 0, 0);
        assertEquals(Reading.FOREIGN, new MessageReader(RUN, 100).read(message, 0, 100));
        assertEquals(Reading.FOREIGN, new MessageReader(RUN, 64).read(message, 0, 100));
    }

    @Test
    void aProbeIsToldFromAMessage() {
        MessageWriter writer = new MessageWriter(RUN, WireHeader.MAX_PRODUCER, 64, Body.RANDOM, 1);
        MessageReader reader = new MessageReader(RUN, 64);
        assertEquals(Reading.PROBE, reader.read(writer.writeProbe(12), 0, 64));
        assertEquals(WireHeader.MAX_PRODUCER, reader.producer());
        assertEquals(12, reader.sequence());
        assertEquals(Reading.MESSAGE, reader.read(writer.write(12, 0, 0), 0, 64));
    }

    @Test
    void theSameArgumentsWriteTheSameBytes() {
        byte[] first = new MessageWriter(RUN, 2, 300, Body.COMPRESSIBLE, 5).write(7, 1, 2);
        byte[] again = new MessageWriter(RUN, 2, 300, Body.COMPRESSIBLE, 5).write(7, 1, 2);
        assertArrayEquals(first, again);
        byte[] otherSeed = new MessageWriter(RUN, 2, 300, Body.COMPRESSIBLE, 6).write(7, 1, 2);
        assertNotEquals(ByteBuffer.wrap(first), ByteBuffer.wrap(otherSeed));
    }

    @Test
    void whatDoesNotFitIsRefusedWithItsLimit() {
        assertRefused(
                "messageBytes is less than the header's 32: 31", () -> new MessageWriter(0, 0, 31, Body.RANDOM, 0));
        assertRefused("messageBytes is less than the header's 32: 0", () -> new MessageReader(0, 0));
        assertRefused("producer is not in 0..32767: 32768", () -> new MessageWriter(0, 32_768, 32, Body.RANDOM, 0));
        assertRefused("producer is not in 0..32767: -1", () -> new MessageWriter(0, -1, 32, Body.RANDOM, 0));
        MessageWriter writer = new MessageWriter(0, 0, 32, Body.RANDOM, 0);
        assertRefused("sequence is not in 0..2^48-1: -1", () -> writer.write(-1, 0, 0));
        assertRefused("sequence is not in 0..2^48-1: " + (1L << 48), () -> writer.writeProbe(1L << 48));
    }

    private static void assertRefused(String message, Runnable action) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, action::run).getMessage());
    }
}
