package org.busmark.bench.jmh.instrument;

import java.util.concurrent.TimeUnit;
import org.busmark.bus.OrderingScope;
import org.busmark.bus.SendOutcome;
import org.busmark.ledger.DeliveryAccount;
import org.busmark.ledger.Ledger;
import org.busmark.ledger.LedgerSpec;
import org.busmark.ledger.ProducerAccount;
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

/** All that the ledger does for one message: its attempt, its outcome, its delivery. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class LedgerBenchmark {
    /** Members of the group; from two on their set is shared. */
    @Param({"1", "2"})
    public int members = 1;

    private Ledger ledger = ledger();
    private ProducerAccount producer = ledger.producer(0);
    private DeliveryAccount member = ledger.member(0, 0);

    /** A fresh ledger. */
    @Setup
    public void prepare() {
        ledger = ledger();
        producer = ledger.producer(0);
        member = ledger.member(0, 0);
    }

    private Ledger ledger() {
        return new Ledger(new LedgerSpec(1, 1, members, 1, OrderingScope.PARTITION, true));
    }

    /** One message that goes as it should. */
    @Benchmark
    public void message() {
        long sequence = producer.nextSequence();
        producer.outcome(sequence, SendOutcome.ACKNOWLEDGED);
        member.delivered(0, sequence, 0, false);
    }
}
