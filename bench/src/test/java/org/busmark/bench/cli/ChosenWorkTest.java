package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import org.busmark.bench.files.BuiltIns;
import org.busmark.workload.Rate;
import org.junit.jupiter.api.Test;

final class ChosenWorkTest {
    private static ChosenWork suite() throws Exception {
        return ChosenWork.of("standard", List.of(), List.of("loopback"));
    }

    @Test
    void aSuiteKeepsItsBudgetUntilItsTimesOrRoundsAreOverridden() throws Exception {
        Duration budget = BuiltIns.suiteNamed("standard").budget();
        assertEquals(budget, suite().budget());
        assertEquals(budget, suite().with(null, null).withRounds(null).budget());
        assertEquals(budget, suite().with("PERSISTED").with(new Rate(100)).budget());
        assertNull(suite().withRounds(9).budget());
        assertNull(suite().with(Duration.ofSeconds(1), null).budget());
        assertNull(suite().with(null, Duration.ofSeconds(1)).budget());
    }

    @Test
    void workloadsOneByOneHaveNone() throws Exception {
        assertNull(ChosenWork.of(null, List.of("small-stream"), List.of("loopback"))
                .budget());
    }
}
