package org.busmark.results.compare;

import static org.busmark.results.OtherCampaign.as;
import static org.busmark.results.OtherCampaign.each;
import static org.busmark.results.OtherCampaign.openLoops;
import static org.busmark.results.OtherCampaign.streams;
import static org.busmark.results.OtherCampaign.withId;
import static org.busmark.results.OtherCampaign.working;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.busmark.bus.Guarantee;
import org.busmark.ledger.Verdict;
import org.busmark.results.MadeUp;
import org.busmark.results.OtherCampaign;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesRecord;
import org.junit.jupiter.api.Test;

/** What may be compared with what, and what is said where it may not. */
final class ComparabilityTest {
    private static final double[] STEADY = {1000, 1010, 995};
    private static final CellCoordinates STREAM = MadeUp.stream("kafka");

    @Test
    void aCellOfOneSideOnlyIsRefusedWithTheReason() {
        OtherCampaign a = OtherCampaign.of(streams("kafka", STEADY)).and(streams("rabbitmq", STEADY));
        OtherCampaign b = OtherCampaign.of(streams("kafka", STEADY)).and(openLoops("zeromq", STEADY));
        CampaignComparison comparison = compare(a, b);

        assertEquals(1, comparison.comparisons().size());
        assertEquals(
                List.of(
                        "stream-rabbitmq: only in A; the other could not measure rabbitmq: no apt here",
                        "open-zeromq: only in B"),
                reasons(comparison));
        assertFalse(comparison.isRegression());
    }

    @Test
    void whatTheOtherDidNotOfferIsSaid() {
        OtherCampaign b = OtherCampaign.of(streams("kafka", STEADY))
                .notOffering("zeromq", "small-stream", Guarantee.FIRE_AND_FORGET, "no sockets");
        assertEquals(
                List.of("stream-zeromq: only in A; not offered in the other: no sockets"),
                reasons(compare(OtherCampaign.of(streams("kafka", STEADY)).and(streams("zeromq", STEADY)), b)));
    }

    @Test
    void anotherProvisioningIsRefusedUnlessAskedFor() {
        OtherCampaign a = OtherCampaign.of(streams("kafka", STEADY)).and(streams("zeromq", STEADY));
        OtherCampaign b = OtherCampaign.of(streams("kafka", STEADY))
                .and(streams("zeromq", STEADY))
                .kafkaProvisioned("docker: apache/kafka:4.4.0");

        CampaignComparison refused = compare(a, b);
        assertEquals(List.of("stream-kafka: provisioned in another way: native in A, docker in B"), reasons(refused));
        assertEquals("zeromq", refused.comparisons().get(0).cell().bus());

        CampaignComparison asked = CampaignComparison.of(a.document(), b.document(), ProvisioningRule.MAY_DIFFER);
        assertEquals(2, asked.comparisons().size());
        assertTrue(
                asked.warnings()
                        .contains("kafka is provisioned in another way: native in A, docker in B:"
                                + " compared because it was asked for"),
                asked.warnings().toString());
    }

    @Test
    void whatIsNotKnownToBeProvisionedAlikeIsRefused() {
        CampaignComparison comparison = compare(
                OtherCampaign.of(streams("kafka", STEADY)),
                OtherCampaign.of(streams("kafka", STEADY)).buses(bus -> withoutProvisioning(bus)));
        assertEquals(
                List.of("stream-kafka: provisioned in another way: native in A, no broker in B"), reasons(comparison));
    }

    private static BusRecord withoutProvisioning(BusRecord bus) {
        return new BusRecord(
                bus.bus(),
                bus.displayName(),
                bus.clientVersion(),
                bus.brokerVersion(),
                null,
                bus.notMeasured(),
                bus.guarantees(),
                bus.conditioning());
    }

    @Test
    void theSameWayWithOtherDetailIsComparedAndSaid() {
        CampaignComparison comparison = compare(
                OtherCampaign.of(streams("kafka", STEADY)),
                OtherCampaign.of(streams("kafka", STEADY)).kafkaProvisioned("native: elsewhere"));

        assertEquals(1, comparison.comparisons().size());
        assertEquals(
                List.of(new Differing("kafka provisioning", "native: Maven Central", "native: elsewhere")),
                comparison.differences());
        assertEquals(List.of(), comparison.warnings());
    }

    @Test
    void anotherMachineIsAWarningAndIsComparedAllTheSame() {
        CampaignComparison comparison = compare(
                OtherCampaign.of(streams("kafka", STEADY)),
                OtherCampaign.of(streams("kafka", STEADY))
                        .on(machine -> OtherCampaign.withProcessor(machine, "Another CPU", 64)));

        assertEquals(1, comparison.comparisons().size());
        assertEquals(
                List.of(
                        new Differing("processor", "Made-up CPU at 3 GHz", "Another CPU"),
                        new Differing("cores", "2", "64")),
                comparison.differences());
        assertEquals(
                List.of("A and B did not run on the same machine and software: each ratio is of that too"),
                comparison.warnings());
    }

    @Test
    void anotherVersionIsWhatIsOftenCompared() {
        CampaignComparison comparison = compare(
                OtherCampaign.of(streams("kafka", STEADY)),
                OtherCampaign.of(streams("kafka", STEADY)).ofCommit("abc1234"));

        assertEquals(List.of(new Differing("Busmark", "0.1.0 (0e5f429)", "0.1.0 (abc1234)")), comparison.differences());
        assertEquals(List.of(), comparison.warnings());
    }

    @Test
    void aChangedDefaultOfTheSameCellIsSaid() {
        CampaignComparison comparison = compare(
                OtherCampaign.of(with(Map.of("linger.ms", "5"), streams("kafka", STEADY))),
                OtherCampaign.of(with(Map.of("linger.ms", "10", "acks", "1"), streams("kafka", STEADY))));

        assertEquals(1, comparison.comparisons().size());
        assertEquals(
                List.of(
                        new Differing("kafka setting acks", "absent", "1"),
                        new Differing("kafka setting linger.ms", "5", "10")),
                comparison.differences());
    }

    @Test
    void anotherSettingMakesAnotherCellAndIsPairedByItsName() {
        List<ForkRecord> after = as(withId(STREAM, "other"), streams("kafka", 800, 806, 797));
        CampaignComparison comparison = compare(
                OtherCampaign.of(with(Map.of("linger.ms", "5"), streams("kafka", STEADY))),
                OtherCampaign.of(with(Map.of("linger.ms", "50"), after)));

        CellComparison row = comparison.comparisons().get(0);
        assertEquals("other", row.cell().cellId());
        assertEquals("stream-kafka", row.cellIdOfA());
        assertEquals(List.of(new Differing("linger.ms", "5", "50")), row.settings());
        assertTrue(comparison.isRegression());
        assertEquals(List.of(), comparison.refused());
        assertEquals(List.of(), comparison.differences());
    }

    @Test
    void anotherCellWithoutAnotherSettingIsOtherWork() {
        CampaignComparison comparison = compare(
                OtherCampaign.of(streams("kafka", STEADY)),
                OtherCampaign.of(as(withId(STREAM, "other"), streams("kafka", STEADY))));

        assertEquals(List.of(), comparison.comparisons());
        assertEquals(
                List.of("other: not the same work, though no setting of the bus differs: its cellId in A is"
                        + " stream-kafka; window, times, keys, partitions or the like differ"),
                reasons(comparison));
    }

    @Test
    void otherWorkIsRefusedInItsWordsEvenWhereASettingDiffersToo() {
        CellCoordinates inA = working(STREAM, Map.of("partitions", "1", "window", "1000"));
        CellCoordinates inB = working(withId(STREAM, "other"), Map.of("partitions", "6", "window", "1000"));
        CampaignComparison comparison = compare(
                OtherCampaign.of(with(Map.of("linger.ms", "5"), as(inA, streams("kafka", STEADY)))),
                OtherCampaign.of(with(Map.of("linger.ms", "50"), as(inB, streams("kafka", STEADY)))));

        assertEquals(List.of(), comparison.comparisons());
        assertEquals(List.of("other: not the same work: partitions is 1 in A and 6 in B"), reasons(comparison));
    }

    @Test
    void equalWorkUnderAnotherSettingIsPairedThoughTheNameStandsTwice() {
        Map<String, String> loose = Map.of("objective", "250 ms");
        Map<String, String> tight = Map.of("objective", "100 ms");
        CampaignComparison comparison = compare(
                OtherCampaign.of(with(Map.of("x", "1"), as(working(STREAM, loose), streams("kafka", STEADY))))
                        .and(with(
                                Map.of("x", "1"), as(working(withId(STREAM, "a2"), tight), streams("kafka", STEADY)))),
                OtherCampaign.of(with(
                                Map.of("x", "2"), as(working(withId(STREAM, "b1"), tight), streams("kafka", STEADY))))
                        .and(with(
                                Map.of("x", "2"), as(working(withId(STREAM, "b2"), loose), streams("kafka", STEADY)))));

        assertEquals(
                List.of("stream-kafka b2", "a2 b1"),
                comparison.comparisons().stream()
                        .map(row -> row.cellIdOfA() + " " + row.cell().cellId())
                        .toList());
        assertEquals(List.of(), comparison.refused());
    }

    @Test
    void anotherIdentityOfTheSameWorkIsPairedForASettingThatNobodyReported() {
        Map<String, String> work = Map.of("partitions", "1");
        CampaignComparison comparison = compare(
                OtherCampaign.of(as(working(STREAM, work), streams("kafka", STEADY))),
                OtherCampaign.of(as(working(withId(STREAM, "other"), work), streams("kafka", STEADY))));

        assertEquals(
                List.of(new Differing("a setting that was not reported (cellId)", "stream-kafka", "other")),
                comparison.comparisons().get(0).settings());
        assertEquals(List.of(), comparison.refused());
    }

    @Test
    void aSettingWithWhichNothingRunsIsARegression() {
        CellCoordinates inA = working(STREAM, Map.of("partitions", "1"));
        CellCoordinates inB = withId(inA, "other");
        CampaignComparison comparison = compare(
                OtherCampaign.of(with(Map.of("linger.ms", "5"), as(inA, streams("kafka", STEADY)))),
                OtherCampaign.of(List.of(new ForkRecord(inB, RunRecord.failed(1, "refused its settings")))));

        assertEquals(List.of("other: INVALID in B: refused its settings"), reasons(comparison));
        assertTrue(comparison.isRegression());
    }

    @Test
    void workThatOneSideDoesNotTellIsNotHeldAgainstTheOther() {
        CampaignComparison comparison = compare(
                OtherCampaign.of(with(Map.of("x", "1"), streams("kafka", STEADY))),
                OtherCampaign.of(with(
                        Map.of("x", "2"),
                        as(working(withId(STREAM, "other"), Map.of("partitions", "1")), streams("kafka", STEADY)))));

        assertEquals(
                List.of(new Differing("x", "1", "2")),
                comparison.comparisons().get(0).settings());
    }

    @Test
    void namesakesThatAreNotAloneAreNotGuessed() {
        OtherCampaign a = OtherCampaign.of(with(Map.of("x", "1"), streams("kafka", STEADY)));
        OtherCampaign b = OtherCampaign.of(with(Map.of("x", "2"), as(withId(STREAM, "b1"), streams("kafka", STEADY))))
                .and(with(Map.of("x", "3"), as(withId(STREAM, "b2"), streams("kafka", STEADY))));

        assertEquals(List.of("stream-kafka: only in A", "b1: only in B", "b2: only in B"), reasons(compare(a, b)));
    }

    @Test
    void aFigureThatOneSideLacksIsRefusedAndTheOtherIsCompared() {
        List<ForkRecord> brief = each(
                openLoops("kafka", STEADY),
                run -> MadeUp.run(
                        run.round(),
                        Verdict.VALID,
                        List.of(),
                        10_000,
                        new SeriesRecord(1000.0, 2000.0, null, null, null, 4e5, 500, 1, null, null, 0, 0),
                        null));
        CampaignComparison comparison = compare(OtherCampaign.of(openLoops("kafka", STEADY)), OtherCampaign.of(brief));

        assertEquals(1, comparison.comparisons().size());
        assertEquals("response.p50Us", comparison.comparisons().get(0).metric().id());
        assertEquals(List.of("open-kafka: no response.p99Us in B"), reasons(comparison));
    }

    @Test
    void aCellWithoutAnyFigureIsRefused() {
        List<ForkRecord> idle = each(
                streams("kafka", STEADY),
                run -> MadeUp.run(run.round(), Verdict.DEGRADED, List.of("nothing moved"), 0, null, null));
        assertEquals(
                List.of("stream-kafka: no figure in A and B"),
                reasons(compare(OtherCampaign.of(idle), OtherCampaign.of(idle))));
    }

    @Test
    void aForkThatDiedHasNoSettingsAndBreaksNothing() {
        List<ForkRecord> dead = List.of(new ForkRecord(withId(STREAM, "other"), RunRecord.failed(1, "died")));
        CampaignComparison comparison = compare(OtherCampaign.of(streams("kafka", STEADY)), OtherCampaign.of(dead));
        assertEquals(List.of(), comparison.comparisons());
        assertEquals(1, comparison.refused().size());
    }

    private static List<ForkRecord> with(Map<String, String> settings, List<ForkRecord> forks) {
        return each(forks, run -> MadeUp.withSettings(run, settings));
    }

    private static CampaignComparison compare(OtherCampaign a, OtherCampaign b) {
        return CampaignComparison.of(
                a.named("before").document(), b.named("after").document(), ProvisioningRule.MUST_BE_EQUAL);
    }

    private static List<String> reasons(CampaignComparison comparison) {
        return comparison.refused().stream()
                .map(refusal -> refusal.cell().cellId() + ": " + refusal.reason())
                .toList();
    }
}
