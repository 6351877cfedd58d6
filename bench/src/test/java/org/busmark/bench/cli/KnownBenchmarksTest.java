package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class KnownBenchmarksTest {
    private static final String INSTRUMENT = "org.busmark.bench.jmh.instrument.";

    @Test
    void theInstrumentsOwnBenchmarksStartNoBroker() {
        KnownBenchmarks known = KnownBenchmarks.ofClassPath();
        assertTrue(known.names()
                .containsAll(List.of(
                        INSTRUMENT + "WireBenchmark.encode",
                        INSTRUMENT + "WireBenchmark.decode",
                        INSTRUMENT + "LedgerBenchmark.message",
                        INSTRUMENT + "SeriesBenchmark.record",
                        INSTRUMENT + "PacingBenchmark.pacer",
                        INSTRUMENT + "LoopbackBenchmark.ledger",
                        INSTRUMENT + "LoopbackBenchmark.allSeries")));
        assertFalse(known.anyOnABus(List.of("instrument.*"), List.of()));
        assertTrue(known.anyOnABus(List.of("StreamBenchmark"), List.of()));
    }
}
