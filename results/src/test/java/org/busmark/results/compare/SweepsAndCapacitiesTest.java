package org.busmark.results.compare;

import static org.busmark.results.OtherCampaign.as;
import static org.busmark.results.OtherCampaign.openLoops;
import static org.busmark.results.OtherCampaign.streams;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.busmark.bus.Guarantee;
import org.busmark.results.MadeUp;
import org.busmark.results.OtherCampaign;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.Rate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What two campaigns found out for themselves, and measured at. */
final class SweepsAndCapacitiesTest {
    private static final double[] STEADY = {1000, 1010, 995};

    @Test
    void sweepsAtOtherRatesAreNoErrorAndAreListedOnce() {
        OtherCampaign a = sweep(OtherCampaign.of(streams("kafka", STEADY)), 20_000);
        OtherCampaign b = sweep(OtherCampaign.of(streams("kafka", STEADY)), 16_000);
        CampaignComparison comparison = compare(a, b);

        assertEquals(List.of(), comparison.refused());
        assertEquals(
                List.of(new SweptRates(
                        "kafka",
                        "steady",
                        Guarantee.PERSISTED,
                        1024,
                        List.of(10_000.0, 20_000.0),
                        List.of(8_000.0, 16_000.0))),
                comparison.sweeps());
        CapacityChange change = comparison.capacities().get(0);
        assertEquals(0.8, Objects.requireNonNull(change.ratio()), 1e-12);
        assertNull(change.note());
        assertFalse(comparison.isRegression());
    }

    @Test
    void aSweepsCellOfTheSameRateIsCompared() {
        CampaignComparison comparison =
                compare(sweep(OtherCampaign.of(List.of()), 20_000), sweep(OtherCampaign.of(List.of()), 10_000));

        assertEquals(2, comparison.comparisons().size());
        assertEquals(
                Rate.perSecond(10_000), comparison.comparisons().get(0).cell().rate());
        assertEquals(List.of(20_000.0), comparison.sweeps().get(0).onlyInA());
        assertEquals(List.of(5_000.0), comparison.sweeps().get(0).onlyInB());
    }

    @Test
    void capacitiesOfOtherWorkHaveNoRatio() {
        CampaignComparison comparison = compare(
                sweep(OtherCampaign.of(List.of()), 20_000, Map.of("partitions", "1", "objective", "50 ms")),
                sweep(OtherCampaign.of(List.of()), 16_000, Map.of("partitions", "6", "objective", "50 ms")));

        CapacityChange change = comparison.capacities().get(0);
        assertNull(change.ratio());
        assertEquals("not the same work: partitions is 1 in A and 6 in B", change.note());
    }

    @Test
    void workThatOneSweepDoesNotTellIsNotHeldAgainstTheOther() {
        CampaignComparison comparison = compare(
                sweep(OtherCampaign.of(List.of()), 20_000),
                sweep(OtherCampaign.of(List.of()), 16_000, Map.of("partitions", "6")));

        assertEquals(0.8, Objects.requireNonNull(comparison.capacities().get(0).ratio()), 1e-12);
    }

    private static OtherCampaign sweep(OtherCampaign campaign, double capacity) {
        return sweep(campaign, capacity, Map.of());
    }

    private static OtherCampaign sweep(OtherCampaign campaign, double capacity, Map<String, String> work) {
        List<CapacityRecord.SweepPoint> points = new ArrayList<>();
        for (double share : new double[] {0.5, 1}) {
            CellCoordinates open = MadeUp.openLoop("kafka");
            CellCoordinates cell = new CellCoordinates(
                    "sweep-" + share * capacity,
                    open.bus(),
                    open.workload(),
                    open.guarantee(),
                    Rate.perSecond(share * capacity),
                    open.messageBytes(),
                    open.benchmark(),
                    work);
            campaign.and(as(cell, openLoops("kafka", STEADY)));
            points.add(new CapacityRecord.SweepPoint(share, cell.cellId()));
        }
        return campaign.with(capacity(capacity, 50_000, null, points));
    }

    @Test
    void capacitiesOfOtherObjectivesHaveNoRatio() {
        OtherCampaign a = OtherCampaign.of(List.of()).with(capacity(20_000.0, 50_000, null, List.of()));
        OtherCampaign b = OtherCampaign.of(List.of()).with(capacity(16_000.0, 5_000, "a lower bound only", List.of()));
        CapacityChange change = compare(a, b).capacities().get(0);

        assertNull(change.ratio());
        assertEquals("objectives differ: p99 of 50000.0 us in A, 5000.0 us in B; B: a lower bound only", change.note());
    }

    @Test
    void aCapacityThatWasNotFoundHasNoRatio() {
        OtherCampaign a = OtherCampaign.of(List.of()).with(capacity(20_000.0, 50_000, null, List.of()));
        OtherCampaign b = OtherCampaign.of(List.of()).with(capacity(null, 50_000, "no rate was sustained", List.of()));

        assertNull(compare(a, b).capacities().get(0).ratio());
        assertNull(compare(b, a).capacities().get(0).ratio());
    }

    private static CapacityRecord capacity(
            @Nullable Double perSecond,
            double objectiveUs,
            @Nullable String reason,
            List<CapacityRecord.SweepPoint> sweep) {
        return new CapacityRecord(
                "kafka", "steady", Guarantee.PERSISTED, 1024, objectiveUs, perSecond, reason, List.of(), sweep);
    }

    private static CampaignComparison compare(OtherCampaign a, OtherCampaign b) {
        return CampaignComparison.of(
                a.named("before").document(), b.named("after").document(), ProvisioningRule.MUST_BE_EQUAL);
    }
}
