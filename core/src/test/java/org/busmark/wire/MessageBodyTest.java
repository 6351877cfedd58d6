package org.busmark.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageBodyTest {
    private static final int BATCH_BYTES = 256 << 10;

    @ParameterizedTest
    @ValueSource(ints = {64, 100, 1024, 65_536})
    void aBatchOfRandomBodiesDoesNotCompress(int bytes) {
        double ratio = compressionOfABatch(bytes, Body.RANDOM);
        assertTrue(ratio < 1.01, "ratio " + ratio);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 100, 1024, 65_536})
    void aBatchOfCompressibleBodiesCompressesAboutFourfold(int bytes) {
        double ratio = compressionOfABatch(bytes, Body.COMPRESSIBLE);
        assertTrue(ratio > 3.4 && ratio < 4.6, "ratio " + ratio);
    }

    @Test
    void writingAndReadingAllocateNothing() {
        MessageWriter writer = new MessageWriter(1, 0, 100, Body.RANDOM, 1);
        MessageReader reader = new MessageReader(1, 100);
        long readable = writeAndRead(writer, reader, 0, 20_000);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        readable += writeAndRead(writer, reader, 20_000, 1_000_000);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(readable == 1_020_000 && allocated < 100_000, readable + " readable, bytes allocated: " + allocated);
    }

    private static long writeAndRead(MessageWriter writer, MessageReader reader, long first, int count) {
        long readable = 0;
        for (long sequence = first; sequence < first + count; sequence++) {
            byte[] message = writer.write(sequence, 1, 2);
            if (reader.read(message, 0, message.length) == Reading.MESSAGE && reader.sequence() == sequence) {
                readable++;
            }
        }
        return readable;
    }

    private static double compressionOfABatch(int messageBytes, Body body) {
        MessageWriter writer = new MessageWriter(1, 0, messageBytes, body, 1);
        int bodyBytes = messageBytes - WireHeader.BYTES;
        byte[] batch = new byte[BATCH_BYTES / bodyBytes * bodyBytes];
        for (int at = 0; at < batch.length; at += bodyBytes) {
            System.arraycopy(writer.write(at / bodyBytes, 0, 0), WireHeader.BYTES, batch, at, bodyBytes);
        }
        Deflater deflater = new Deflater();
        deflater.setInput(batch);
        deflater.finish();
        int compressed = deflater.deflate(new byte[2 * batch.length]);
        deflater.end();
        return (double) batch.length / compressed;
    }
}
