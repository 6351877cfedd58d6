package org.busmark.results.compare;

import static org.busmark.results.OtherCampaign.each;
import static org.busmark.results.OtherCampaign.openLoops;
import static org.busmark.results.OtherCampaign.streams;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.busmark.ledger.Verdict;
import org.busmark.results.Campaigns;
import org.busmark.results.MadeUp;
import org.busmark.results.OtherCampaign;
import org.busmark.results.record.ComparisonVerdict;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.RunDocument;
import org.junit.jupiter.api.Test;

/** What is shown of B, and what is not. */
final class CampaignComparisonTest {
    private static final double[] STEADY = {1000, 1010, 995};
    private static final double[] SLOWER = {800, 806, 797};

    @Test
    void aCampaignAgainstItselfShowsNoDifferenceInAnyCell() throws IOException {
        for (RunDocument document : List.of(Campaigns.quick(), noisy(5), noisy(12))) {
            CampaignComparison itself = compare(document, document);
            assertFalse(itself.comparisons().isEmpty());
            for (CellComparison row : itself.comparisons()) {
                assertEquals(1, row.ratio());
                assertEquals(ComparisonVerdict.NO_DIFFERENCE_SHOWN, row.verdict());
                assertEquals(Optional.empty(), row.reservation());
                row.interval().ifPresent(interval -> assertTrue(interval.contains(1)));
            }
            assertEquals(List.of(), itself.refused());
            assertEquals(List.of(), itself.differences());
            assertFalse(itself.isRegression());
            assertEquals(1, itself.warnings().size());
            assertTrue(itself.warnings().get(0).startsWith("A and B are the same campaign"));
        }
    }

    private static RunDocument noisy(int rounds) {
        Random random = new Random(rounds);
        List<ForkRecord> forks = new ArrayList<>();
        for (String bus : List.of("kafka", "zeromq")) {
            forks.addAll(streams(bus, draw(random, rounds, 5e5)));
            forks.addAll(openLoops(bus, draw(random, rounds, 700)));
        }
        return OtherCampaign.of(forks).document();
    }

    private static double[] draw(Random random, int rounds, double around) {
        return DoubleStream.generate(() -> around * Math.exp(0.3 * random.nextGaussian()))
                .limit(rounds)
                .toArray();
    }

    @Test
    void fewerMessagesASecondIsSlowerAndARegression() {
        CampaignComparison comparison = compare(streams("kafka", STEADY), streams("kafka", SLOWER));
        CellComparison row = only(comparison);

        assertEquals("stream-kafka", row.cell().cellId());
        assertEquals(0.8, row.ratio(), 0.002);
        assertEquals(ComparisonVerdict.SLOWER, row.verdict());
        assertEquals(new ComparedSide(1000, 3, Verdict.VALID), row.a());
        assertEquals(new ComparedSide(800, 3, Verdict.VALID), row.b());
        assertTrue(row.interval().orElseThrow().high() < 1);
        assertTrue(comparison.isRegression());
        assertEquals(1, comparison.count(ComparisonVerdict.SLOWER));
    }

    @Test
    void moreMessagesASecondIsFasterAndNone() {
        CampaignComparison comparison = compare(streams("kafka", SLOWER), streams("kafka", STEADY));

        assertEquals(1.25, only(comparison).ratio(), 0.003);
        assertEquals(ComparisonVerdict.FASTER, only(comparison).verdict());
        assertFalse(comparison.isRegression());
    }

    @Test
    void moreTimeIsSlower() {
        CampaignComparison comparison = compare(openLoops("kafka", STEADY), openLoops("kafka", 1200, 1212, 1194));

        assertEquals(
                List.of("response.p50Us", "response.p99Us"),
                comparison.comparisons().stream().map(row -> row.metric().id()).toList());
        for (CellComparison row : comparison.comparisons()) {
            assertEquals(1.2, row.ratio(), 0.001);
            assertEquals(ComparisonVerdict.SLOWER, row.verdict());
        }
    }

    @Test
    void theDifferenceIsFoundWhereItIsAndOnlyThere() {
        List<ForkRecord> before = new ArrayList<>(streams("kafka", STEADY));
        before.addAll(streams("zeromq", STEADY));
        before.addAll(openLoops("kafka", STEADY));
        List<ForkRecord> after = new ArrayList<>(streams("kafka", 1002, 1008, 998));
        after.addAll(streams("zeromq", SLOWER));
        after.addAll(openLoops("kafka", 1001, 1004, 999));

        List<String> shown = compare(before, after).comparisons().stream()
                .filter(row -> row.verdict() != ComparisonVerdict.NO_DIFFERENCE_SHOWN)
                .map(row -> row.cell().cellId() + " " + row.verdict())
                .toList();
        assertEquals(List.of("stream-zeromq SLOWER"), shown);
    }

    @Test
    void roundsOfTwoCampaignsAreNotPaired() {
        // Paired by rounds these would agree exactly on 5 %.
        CellComparison row =
                only(compare(streams("kafka", 1000, 1200, 800, 1100), streams("kafka", 1050, 1260, 840, 1155)));

        assertEquals(1.05, row.ratio(), 1e-9);
        assertFalse(row.interval().orElseThrow().low() > 1);
        assertEquals(ComparisonVerdict.NO_DIFFERENCE_SHOWN, row.verdict());
        assertEquals(Optional.empty(), row.reservation());
    }

    @Test
    void aDifferenceWithinTheNoiseFloorIsNotClaimed() {
        double[] around = {1000, 1100, 1000, 1100, 1000, 1100, 1000, 1100, 1000, 1100, 1000, 1100};
        double[] above = DoubleStream.of(around).map(figure -> 1.07 * figure).toArray();
        CellComparison row = only(compare(streams("kafka", around), streams("kafka", above)));

        assertTrue(row.adjustedP().orElseThrow() < 0.01);
        assertEquals(1.1, row.floor().orElseThrow().ratio(), 1e-9);
        assertEquals(ComparisonVerdict.NO_DIFFERENCE_SHOWN, row.verdict());
        assertEquals(Optional.of("within the noise floor"), row.reservation());
    }

    @Test
    void theMoreIsComparedTheMoreIsDemanded() {
        List<ForkRecord> before = new ArrayList<>(streams("kafka", 1000, 1020, 980));
        List<ForkRecord> after = new ArrayList<>(streams("kafka", 940, 960, 930));
        assertEquals(ComparisonVerdict.SLOWER, only(compare(before, after)).verdict());
        for (String bus : List.of("a", "b", "c", "d")) {
            before.addAll(streams(bus, 1000, 1100, 900));
            after.addAll(streams(bus, 1010, 1090, 905));
        }
        CellComparison row = compare(before, after).comparisons().get(0);
        assertTrue(row.interval().orElseThrow().high() < 1);
        assertEquals(ComparisonVerdict.NO_DIFFERENCE_SHOWN, row.verdict());
        assertEquals(Optional.of("not after correction"), row.reservation());
    }

    @Test
    void oneRunHasARatioAndNoVerdict() {
        CampaignComparison comparison = compare(streams("kafka", 1000), streams("kafka", SLOWER));
        CellComparison row = only(comparison);

        assertEquals(0.8, row.ratio(), 0.002);
        assertTrue(row.interval().isEmpty()
                && row.adjustedP().isEmpty()
                && row.floor().isEmpty());
        assertEquals(ComparisonVerdict.NO_DIFFERENCE_SHOWN, row.verdict());
        assertEquals(Optional.of("fewer than 2 runs"), row.reservation());
        assertFalse(comparison.isRegression());
    }

    @Test
    void ranksStandBesideTFromTenRunsOn() {
        double[] ten =
                DoubleStream.iterate(1000, figure -> figure + 1).limit(10).toArray();
        double[] other =
                DoubleStream.iterate(800, figure -> figure + 1).limit(11).toArray();
        CellComparison row = only(compare(streams("kafka", ten), streams("kafka", other)));
        assertTrue(row.ranks().orElseThrow().pValue() < 1e-4);
        assertTrue(row.ranks().orElseThrow().medianRatio().contains(0.8));
        assertTrue(only(compare(streams("kafka", STEADY), streams("kafka", other)))
                .ranks()
                .isEmpty());
    }

    @Test
    void invalidRunsOfADegradedCellDoNotExist() {
        // A cell with an INVALID run is INVALID: nothing of it is compared.
        List<ForkRecord> broken = each(
                streams("kafka", SLOWER),
                run -> run.round() == 2 ? MadeUp.run(2, Verdict.INVALID, List.of("lost 3 of 10"), 1, null, null) : run);
        CampaignComparison comparison = compare(streams("kafka", STEADY), broken);

        assertEquals(List.of(), comparison.comparisons());
        Refusal refusal = comparison.refused().get(0);
        assertEquals("stream-kafka", refusal.cell().cellId());
        assertEquals("INVALID in B: round 2: lost 3 of 10", refusal.reason());
        assertTrue(refusal.promiseBroken() && comparison.isRegression());
        assertEquals(1, comparison.brokenPromises());
    }

    @Test
    void whatWasInvalidBeforeIsNoNewRegression() throws IOException {
        RunDocument broken = Campaigns.withAnInvalidCell();
        assertFalse(compare(broken, broken).isRegression());
        List<Refusal> refused = compare(broken, broken).refused();
        assertEquals(1, refused.size());
        assertTrue(
                refused.get(0).reason().startsWith("INVALID in A and B: "),
                refused.get(0).reason());

        CampaignComparison mended =
                compare(broken, OtherCampaign.of(streams("zeromq", STEADY)).document());
        assertFalse(mended.isRegression());
        assertTrue(mended.refused().get(0).reason().startsWith("INVALID in A: round 2: lost"));
    }

    @Test
    void everySlownessOfTwentyPerCentIsFoundAtTwoPerCentOfSpread() {
        Random random = new Random(20);
        int found = 0;
        for (int campaign = 0; campaign < 200; campaign++) {
            List<ForkRecord> before = new ArrayList<>();
            List<ForkRecord> after = new ArrayList<>();
            for (String bus : List.of("a", "b", "c")) {
                before.addAll(streams(bus, draws(random, 1000)));
                after.addAll(streams(bus, draws(random, bus.equals("a") ? 833 : 1000)));
            }
            List<CellComparison> rows = compare(before, after).comparisons();
            found += rows.get(0).verdict() == ComparisonVerdict.SLOWER ? 1 : 0;
        }
        assertTrue(found >= 190, "found in " + found + " of 200");
    }

    private static double[] draws(Random random, double around) {
        return DoubleStream.generate(() -> around * Math.exp(0.02 * random.nextGaussian()))
                .limit(3)
                .toArray();
    }

    private static CampaignComparison compare(List<ForkRecord> before, List<ForkRecord> after) {
        return compare(
                OtherCampaign.of(before).named("before").document(),
                OtherCampaign.of(after).named("after").document());
    }

    private static CampaignComparison compare(RunDocument a, RunDocument b) {
        return CampaignComparison.of(a, b, ProvisioningRule.MUST_BE_EQUAL);
    }

    private static CellComparison only(CampaignComparison comparison) {
        assertEquals(
                1, comparison.comparisons().size(), () -> comparison.refused().toString());
        return comparison.comparisons().get(0);
    }
}
