package org.busmark.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.busmark.bus.Guarantee;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.BusRecord.NotMeasured;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.EnvironmentRecord;
import org.busmark.results.record.HarnessRecord;
import org.busmark.results.record.Rate;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.Throughput;
import org.busmark.results.record.WalkthroughRecord;
import org.busmark.results.record.WalkthroughRecord.Variant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExitStatusTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            VALID,    false, false, 0
            DEGRADED, false, false, 0
            INVALID,  false, false, 1
            VALID,    true,  false, 4
            DEGRADED, true,  false, 4
            INVALID,  true,  false, 1
            VALID,    false, true,  1
            VALID,    true,  true,  1
            """)
    void aFailureWinsOverALackAndBothOverSuccess(
            Verdict verdict, boolean lacking, boolean walkthroughFails, int status) {
        assertEquals(status, ExitStatus.of(document(verdict, lacking, walkthroughFails)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 4, 4", "4, 0, 4", "1, 4, 1", "4, 1, 1", "0, 2, 2", "2, 1, 1", "4, 4, 4"})
    void theWorseOfTwoPartsIsTheWholes(int left, int right, int status) {
        assertEquals(status, ExitStatus.worse(left, right));
    }

    private static RunDocument document(Verdict verdict, boolean lacking, boolean walkthroughFails) {
        return new RunDocument(
                RunDocument.SCHEMA_VERSION,
                "id",
                Instant.EPOCH,
                new HarnessRecord("0", null, List.of()),
                1,
                null,
                EnvironmentRecord.UNKNOWN,
                List.of(bus("a", null), bus("b", lacking ? new NotMeasured("no", "buy one") : null)),
                List.of(),
                List.of(cell("1", Verdict.VALID), cell("2", verdict)),
                List.of(),
                List.of(),
                List.of(walkthrough(null), walkthrough(walkthroughFails ? "refused" : null)),
                List.of());
    }

    private static BusRecord bus(String id, @Nullable NotMeasured notMeasured) {
        return new BusRecord(id, id, null, null, null, notMeasured, List.of(), null);
    }

    private static CellRecord cell(String id, Verdict verdict) {
        return new CellRecord(
                id,
                "a",
                "work",
                Guarantee.FIRE_AND_FORGET,
                Rate.MAX,
                100,
                verdict,
                List.of("because"),
                Throughput.NONE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(RunRecord.failed(1, "because")),
                "StreamBenchmark",
                null,
                null,
                Map.of());
    }

    private static WalkthroughRecord walkthrough(@Nullable String failure) {
        return new WalkthroughRecord(
                "a", Guarantee.FIRE_AND_FORGET, Variant.MENDED, List.of(), List.of(), List.of(), failure);
    }
}
