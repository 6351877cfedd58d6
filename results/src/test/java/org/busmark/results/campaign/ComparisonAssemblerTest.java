package org.busmark.results.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.busmark.ledger.Verdict;
import org.busmark.results.MadeUp;
import org.busmark.results.OtherCampaign;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.ComparisonRecord;
import org.busmark.results.record.ComparisonVerdict;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.RunRecord;
import org.junit.jupiter.api.Test;

final class ComparisonAssemblerTest {
    private static final CellAssembler ASSEMBLER = new CellAssembler((kind, runs) -> Optional.empty());

    @Test
    void aClearDifferenceIsShownWithItsRatio() throws IOException {
        ComparisonRecord comparison = only(stream("kafka", 500, 510, 490), stream("zeromq", 2000, 2060, 1950));

        assertEquals("stream-kafka", comparison.left());
        assertEquals("stream-zeromq", comparison.right());
        assertEquals("throughputPerSecond", comparison.metric());
        assertEquals(0.25, comparison.ratio(), 0.01);
        assertEquals(ComparisonVerdict.SLOWER, comparison.verdict());
        assertEquals(3, comparison.rounds());
        assertTrue(Objects.requireNonNull(comparison.high()) < 1);
    }

    @Test
    void lessTimeIsFaster() throws IOException {
        List<ComparisonRecord> comparisons =
                compare(openLoop("kafka", 800, 820, 790), openLoop("rabbitmq", 300, 310, 305));

        assertEquals(
                List.of("response.p50Us", "response.p99Us"),
                comparisons.stream().map(ComparisonRecord::metric).toList());
        assertTrue(comparisons.stream().allMatch(c -> c.verdict() == ComparisonVerdict.SLOWER && c.ratio() > 2));
    }

    @Test
    void roundTripsAreComparedByServiceTime() throws IOException {
        List<ForkRecord> forks = new ArrayList<>();
        for (int round = 1; round <= 3; round++) {
            forks.add(MadeUp.roundTripRun("kafka", round, 1000 + round));
            forks.add(MadeUp.roundTripRun("zeromq", round, 100 + round));
        }
        assertEquals(
                List.of("service.p50Us", "service.p99Us"),
                compare(forks).stream().map(ComparisonRecord::metric).toList());
    }

    @Test
    void aBusAgainstItsEqualShowsNothing() throws IOException {
        ComparisonRecord comparison = only(stream("kafka", 500, 600, 400), stream("zeromq", 510, 590, 405));

        assertEquals(ComparisonVerdict.NO_DIFFERENCE_SHOWN, comparison.verdict());
    }

    /** Both drift by 20 % a round, side by side: t sees 5 % exactly, and one more run moves each cell four times as far. */
    @Test
    void aDifferenceWithinTheNoiseFloorIsNotClaimed() throws IOException {
        ComparisonRecord comparison =
                only(stream("kafka", 525, 630.1, 756.2, 907), stream("zeromq", 500, 600, 720, 864));

        assertEquals(1.05, comparison.ratio(), 0.001);
        assertTrue(Objects.requireNonNull(comparison.adjustedP()) < 1e-4);
        assertTrue(Objects.requireNonNull(comparison.low()) > 1.04);
        assertEquals(1.2, Objects.requireNonNull(comparison.noiseFloor()), 0.001);
        assertEquals(ComparisonVerdict.NO_DIFFERENCE_SHOWN, comparison.verdict());
    }

    @Test
    void aDifferenceBeyondTheNoiseFloorIs() throws IOException {
        ComparisonRecord comparison =
                only(stream("kafka", 625, 750.1, 900.2, 1080), stream("zeromq", 500, 600, 720, 864));

        assertEquals(1.25, comparison.ratio(), 0.001);
        assertEquals(ComparisonVerdict.FASTER, comparison.verdict());
    }

    @Test
    void theFloorIsOfAllRoundsOfACell() throws IOException {
        ComparisonRecord comparison = only(stream("kafka", 500, 510, 1000), stream("zeromq", 100, 102));

        assertEquals(2, comparison.rounds());
        assertEquals(Math.sqrt(2), Objects.requireNonNull(comparison.noiseFloor()), 1e-9);
        assertNull(only(stream("kafka", 500, 510), stream("zeromq", 100)).noiseFloor());
    }

    @Test
    void ranksAndBootstrapStandBesideTFromTenRoundsOn() throws IOException {
        double[] slow = {100, 101, 99, 102, 98, 100, 103, 97, 101};
        double[] fast = {200, 201, 203, 199, 198, 204, 202, 197, 205};
        ComparisonRecord nine = only(stream("kafka", slow), stream("zeromq", fast));
        assertNull(nine.adjustedRankP());
        assertNull(nine.bootstrapLow());
        assertNull(nine.bootstrapHigh());

        ComparisonRecord ten = only(stream("kafka", tenth(slow, 99)), stream("zeromq", tenth(fast, 201)));
        assertEquals(2 / 1024.0, Objects.requireNonNull(ten.adjustedRankP()), 1e-12);
        assertTrue(Objects.requireNonNull(ten.bootstrapLow()) > 0.48
                && Objects.requireNonNull(ten.bootstrapHigh()) < 0.52);
        assertEquals(ComparisonVerdict.SLOWER, ten.verdict());
    }

    private static double[] tenth(double[] nine, double last) {
        double[] ten = Arrays.copyOf(nine, 10);
        ten[9] = last;
        return ten;
    }

    @Test
    void oneRoundShowsNothing() throws IOException {
        ComparisonRecord comparison = only(stream("kafka", 500), stream("zeromq", 5000));

        assertEquals(0.1, comparison.ratio(), 1e-12);
        assertEquals(ComparisonVerdict.NO_DIFFERENCE_SHOWN, comparison.verdict());
        assertNull(comparison.low());
        assertNull(comparison.adjustedP());
    }

    @Test
    void theMoreIsAskedTheMoreIsDemanded() throws IOException {
        List<ForkRecord> two = new ArrayList<>(stream("a", 100, 104, 96));
        two.addAll(stream("b", 118, 135, 112));
        double alone = Objects.requireNonNull(only(two).adjustedP());
        two.addAll(stream("c", 50, 200, 120));
        double amongThree = Objects.requireNonNull(compare(two).get(0).adjustedP());

        assertEquals(3 * alone, amongThree, 1e-9);
        assertTrue(alone < 0.05 && amongThree > 0.05, alone + " and " + amongThree);
    }

    @Test
    void roundsThatOneSideLacksAndInvalidCellsAreLeftOut() throws IOException {
        List<ForkRecord> forks = new ArrayList<>(stream("kafka", 500, 510, 490));
        forks.addAll(stream("zeromq", 2000, 2060));
        assertEquals(2, only(forks).rounds());

        forks.add(new ForkRecord(MadeUp.stream("zeromq"), RunRecord.failed(3, "died")));
        assertEquals(List.of(), compare(forks));
    }

    @Test
    void unlikeWorkAndBoundsAreNotCompared() throws IOException {
        assertEquals(List.of(), compare(stream("kafka", 500, 510), openLoop("zeromq", 300, 310)));
        List<CellRecord> cells = new ArrayList<>(ASSEMBLER.assemble(stream("kafka", 500, 510)));
        cells.addAll(ASSEMBLER.assemble(stream("loopback", 500, 510)));

        assertEquals(1, ComparisonAssembler.compare(cells, Set.of()).size());
        assertEquals(List.of(), ComparisonAssembler.compare(cells, Set.of("loopback")));
    }

    @Test
    void otherWorkUnderTheSameNameIsNotCompared() throws IOException {
        Map<String, String> narrow = Map.of("window", "1000");
        Map<String, String> wide = Map.of("window", "30000");

        assertEquals(List.of(), compare(working("kafka", narrow), working("zeromq", wide)));
        assertEquals(1, compare(working("kafka", wide), working("zeromq", wide)).size());
        assertEquals(
                1, compare(working("kafka", Map.of()), working("zeromq", wide)).size());
    }

    private static List<ForkRecord> working(String bus, Map<String, String> work) {
        return OtherCampaign.as(OtherCampaign.working(MadeUp.stream(bus), work), stream(bus, 500, 510));
    }

    @Test
    void aFigureOfZeroIsNotPutOnARatioScale() throws IOException {
        List<ForkRecord> forks = new ArrayList<>(stream("kafka", 500, 510));
        forks.add(new ForkRecord(
                MadeUp.stream("zeromq"), MadeUp.run(1, Verdict.DEGRADED, List.of("nothing moved"), 0, null, null)));

        assertEquals(List.of(), compare(forks));
    }

    private static List<ForkRecord> stream(String bus, double... perSecond) {
        List<ForkRecord> forks = new ArrayList<>();
        for (int i = 0; i < perSecond.length; i++) {
            forks.add(MadeUp.streamRun(bus, i + 1, perSecond[i]));
        }
        return forks;
    }

    private static List<ForkRecord> openLoop(String bus, double... p50Us) {
        List<ForkRecord> forks = new ArrayList<>();
        for (int i = 0; i < p50Us.length; i++) {
            forks.add(MadeUp.openLoopRun(bus, i + 1, p50Us[i]));
        }
        return forks;
    }

    @SafeVarargs
    private static ComparisonRecord only(List<ForkRecord>... forks) throws IOException {
        List<ComparisonRecord> comparisons = compare(forks);
        assertEquals(1, comparisons.size());
        return comparisons.get(0);
    }

    @SafeVarargs
    private static List<ComparisonRecord> compare(List<ForkRecord>... forks) throws IOException {
        List<ForkRecord> all = new ArrayList<>();
        for (List<ForkRecord> some : forks) {
            all.addAll(some);
        }
        return ComparisonAssembler.compare(ASSEMBLER.assemble(all), Set.of());
    }
}
