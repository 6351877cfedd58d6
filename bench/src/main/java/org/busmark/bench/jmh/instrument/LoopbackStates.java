package org.busmark.bench.jmh.instrument;

import org.busmark.workload.Rate;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The kinds of traffic on the loopback bus. */
public final class LoopbackStates {
    /** More than any machine can send, so that every tick is past due. */
    private static final Rate UNREACHABLE = new Rate(1e9);

    private LoopbackStates() {}

    /** A closed loop that records no series. */
    @State(Scope.Thread)
    public static class Ledger extends LoopbackTraffic {
        /** For JMH. */
        public Ledger() {
            super(Rate.MAX, false);
        }
    }

    /** A closed loop. */
    @State(Scope.Thread)
    public static class Sampled extends LoopbackTraffic {
        /** For JMH. */
        public Sampled() {
            super(Rate.MAX, true);
        }
    }

    /** An open loop. */
    @State(Scope.Thread)
    public static class AllTimed extends LoopbackTraffic {
        /** For JMH. */
        public AllTimed() {
            super(UNREACHABLE, true);
        }
    }
}
