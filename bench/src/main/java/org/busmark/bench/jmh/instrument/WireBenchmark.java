package org.busmark.bench.jmh.instrument;

import java.util.concurrent.TimeUnit;
import org.busmark.wire.Body;
import org.busmark.wire.MessageReader;
import org.busmark.wire.MessageWriter;
import org.busmark.wire.Reading;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Writing a message with its check, and reading one back with every byte verified. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class WireBenchmark {
    private static final int RUN = 7;

    /** Size of a message, header included. */
    @Param({"100", "1024"})
    public int messageBytes = 100;

    private MessageWriter writer = writer();
    private MessageReader reader = reader();
    private byte[] message = {};
    private long sequence;

    /** Writes the message that is read. */
    @Setup
    public void prepare() {
        reader = reader();
        message = writer().write(42, 1, 2).clone();
        writer = writer();
    }

    private MessageWriter writer() {
        return new MessageWriter(RUN, 0, messageBytes, Body.RANDOM, RUN);
    }

    private MessageReader reader() {
        return new MessageReader(RUN, messageBytes);
    }

    /** Header, body and check. */
    @Benchmark
    public byte[] encode() {
        return writer.write(sequence++, 1, 2);
    }

    /** Check, then header. */
    @Benchmark
    public Reading decode() {
        return reader.read(message, 0, message.length);
    }
}
