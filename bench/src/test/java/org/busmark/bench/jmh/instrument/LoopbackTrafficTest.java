package org.busmark.bench.jmh.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.busmark.bus.BusException;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Control;

final class LoopbackTrafficTest {
    @Test
    void eachStepMovesOneMessageAndTheEndAccountsForAll() throws BusException {
        for (LoopbackTraffic traffic :
                List.of(new LoopbackStates.Ledger(), new LoopbackStates.Sampled(), new LoopbackStates.AllTimed())) {
            traffic.begin();
            Control control = new Control();
            long filled = traffic.moved();
            for (int i = 0; i < 1_000; i++) {
                traffic.step(control);
            }
            assertEquals(filled + 1_000, traffic.moved());
            traffic.end();
        }
    }
}
