package org.busmark.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busmark.bench.campaign.FakeForks.Run;
import org.busmark.bench.fakes.CountedBrokerAdapter;
import org.busmark.bench.fakes.MortalBrokerAdapter;
import org.busmark.bench.files.BuiltIns;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunRecord;
import org.busmark.workload.BrokerLife;
import org.busmark.workload.Cell;
import org.busmark.workload.Question;
import org.busmark.workload.Work;
import org.busmark.workload.WorkItem;
import org.busmark.workload.Workload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When brokers are started and stopped, and what happens when one cannot be or dies. */
@Timeout(120)
final class BrokerLifeTest {
    private static final Workload STREAM = FakeCampaign.STREAM;
    private static final Workload OPEN = FakeCampaign.OPEN;
    private static final String MORTAL = MortalBrokerAdapter.ID;
    private static final String COUNTED = CountedBrokerAdapter.ID;

    @TempDir
    Path folder;

    @BeforeEach
    void nobodyStartedYet() {
        MortalBrokerAdapter.reset();
    }

    private FakeCampaign campaign(BrokerLife brokers, int rounds, String... buses) {
        Work work = new Work(
                List.of(new WorkItem(STREAM, rounds, Question.FIGURES), new WorkItem(OPEN, rounds, Question.FIGURES)),
                rounds,
                brokers);
        return new FakeCampaign(folder, work, buses);
    }

    private static long living() {
        return MortalBrokerAdapter.started().stream()
                .filter(ProcessHandle::isAlive)
                .count();
    }

    @Test
    void ofEachRoundIsFreshConditionedAndAlone() throws IOException {
        FakeCampaign campaign = campaign(BrokerLife.EACH_ROUND, 3, MORTAL, COUNTED, "loopback");
        int startsBefore = CountedBrokerAdapter.starts();
        List<Long> atRuns = new ArrayList<>();
        for (int run = 1; run <= 18; run++) {
            campaign.forks()
                    .before(
                            run,
                            () -> atRuns.add(living() + CountedBrokerAdapter.starts() - CountedBrokerAdapter.stops()));
        }
        assertEquals(ExitStatus.OK, campaign.run(), campaign::told);
        List<Run> runs = campaign.forks().runs();
        assertEquals(
                runs.stream()
                        .map(run -> run.cell().bus().equals("loopback") ? 0L : 1L)
                        .toList(),
                atRuns);
        assertEquals(3, MortalBrokerAdapter.started().size());
        assertEquals(3, CountedBrokerAdapter.starts() - startsBefore);
        assertEquals(0, living());
        assertEquals(Stream.of(30, 30, 12, 12, 12, 12).map(Duration::ofSeconds).toList(), campaign.conditioned());
        assertTurnsAreWhole(runs);
        assertLogs(campaign, "mortal-round-1-log.txt", "mortal-round-2-log.txt", "mortal-round-3-log.txt");
        BusRecord mortal = campaign.document().buses().get(0);
        assertEquals(
                "round 1: steady; messages/s every 2 s: 1000; round 2: steady; messages/s every 2 s: 1000; "
                        + "round 3: steady; messages/s every 2 s: 1000",
                mortal.conditioning());
        assertNull(mortal.idleCpuShare());
    }

    @Test
    void thatEndedBeforeARunLeavesItNoResultsOfAnEarlierAttempt() throws IOException {
        FakeCampaign campaign = campaign(BrokerLife.EACH_ROUND, 1, MORTAL);
        List<Path> stale = Stream.of(STREAM, OPEN)
                .map(workload -> new Cell(MORTAL, workload).id() + "-round-1.jmh.json")
                .map(name -> campaign.out().resolve("runs").resolve(name))
                .toList();
        campaign.forks().before(1, () -> {
            MortalBrokerAdapter.kill();
            stale.forEach(BrokerLifeTest::write);
        });
        assertNotEquals(ExitStatus.OK, campaign.run());
        assertEquals(List.of(), stale.stream().filter(Files::exists).toList());
    }

    private static void write(Path file) {
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, "[]");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A bus has both its cells of a round one after the other, and buses do not always come in the same order. */
    private static void assertTurnsAreWhole(List<Run> runs) {
        List<String> turns = new ArrayList<>();
        for (int i = 0; i < runs.size(); i += 2) {
            assertEquals(runs.get(i).cell().bus(), runs.get(i + 1).cell().bus());
            assertEquals(1 + i / 6, runs.get(i).round());
            turns.add(runs.get(i).cell().bus());
        }
        assertEquals(3, turns.subList(0, 3).stream().distinct().count());
        assertTrue(
                !turns.subList(0, 3).equals(turns.subList(3, 6))
                        || !turns.subList(0, 3).equals(turns.subList(6, 9)),
                turns::toString);
    }

    private static void assertLogs(FakeCampaign campaign, String... names) throws IOException {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            found.add(Files.readString(campaign.out().resolve("logs").resolve(name)));
        }
        assertEquals(names.length, found.stream().distinct().count(), found::toString);
    }

    @Test
    void ofTheWholeCampaignIsStartedOnceAndItsIdlingIsMeasured() throws IOException {
        FakeCampaign campaign = campaign(BrokerLife.ONCE, 3, MORTAL, "loopback");
        List<Long> atRuns = new ArrayList<>();
        for (int run = 1; run <= 12; run++) {
            campaign.forks().before(run, () -> atRuns.add(living()));
        }
        assertEquals(ExitStatus.OK, campaign.run(), campaign::told);
        assertEquals(1, MortalBrokerAdapter.started().size());
        assertEquals(List.of(1L), atRuns.stream().distinct().toList());
        assertEquals(List.of(Duration.ofSeconds(30)), campaign.conditioned());
        assertLogs(campaign, "mortal-log.txt");
        Double idle = campaign.document().buses().get(0).idleCpuShare();
        assertNotNull(idle);
        // A process that sleeps.
        assertTrue(idle < 0.5, idle::toString);
        assertNull(campaign.document().buses().get(1).idleCpuShare());
        assertTrue(String.valueOf(campaign.document().environment().others().get("idle CPU of Fake mortal"))
                .endsWith("% of one processor while other buses were measured"));
    }

    @Test
    void thatDiesInARoundFailsTheRestOfItAndTheNextRoundHasAnother() throws IOException {
        FakeCampaign campaign = campaign(BrokerLife.EACH_ROUND, 3, MORTAL, "loopback");
        // Whatever bus comes first in round 2, its second run is number 6 and the other's number 8.
        Runnable kill = () -> {
            if (living() == 1 && MortalBrokerAdapter.started().size() == 2) {
                MortalBrokerAdapter.kill();
            }
        };
        for (int run = 5; run <= 8; run++) {
            campaign.forks().before(run, kill);
        }
        assertEquals(ExitStatus.FAILED, campaign.run(), campaign::told);
        assertEquals(3, MortalBrokerAdapter.started().size());
        List<RunRecord> failed = failed(campaign);
        assertEquals(1, failed.size());
        assertEquals(2, failed.get(0).round());
        assertEquals(
                List.of("the broker of mortal had ended before this run; its log is in logs/"),
                failed.get(0).reasons());
        assertEquals(11, campaign.forks().runs().size());
        assertEquals(
                12,
                campaign.document().cells().stream()
                        .mapToInt(cell -> cell.runs().size())
                        .sum());
    }

    private static List<RunRecord> failed(FakeCampaign campaign) throws IOException {
        return campaign.document().cells().stream()
                .flatMap(cell -> cell.runs().stream())
                .filter(run -> run.verdict() == Verdict.INVALID)
                .toList();
    }

    @Test
    void ofTheWholeCampaignThatDiesIsStartedAgainOnce() throws IOException {
        FakeCampaign campaign = campaign(BrokerLife.ONCE, 3, MORTAL);
        campaign.forks().before(2, MortalBrokerAdapter::kill);
        assertEquals(ExitStatus.OK, campaign.run(), campaign::told);
        assertEquals(2, MortalBrokerAdapter.started().size());
        assertEquals(6, campaign.forks().runs().size());
        assertEquals(
                "steady; messages/s every 2 s: 1000; its broker ended and was started again; "
                        + "steady; messages/s every 2 s: 1000",
                campaign.document().buses().get(0).conditioning());
        assertLogs(campaign, "mortal-log.txt", "mortal-start-2-log.txt");
        assertTrue(
                campaign.told().contains("the broker of Fake mortal has ended; it is started again"), campaign::told);
    }

    @Test
    void ofTheWholeCampaignThatDiesTwiceFailsWhatIsLeft() throws IOException {
        FakeCampaign campaign = campaign(BrokerLife.ONCE, 3, MORTAL, "loopback");
        for (int run = 1; run <= 12; run++) {
            campaign.forks().before(run, () -> {
                if (living() == 1) {
                    MortalBrokerAdapter.kill();
                }
            });
        }
        assertEquals(ExitStatus.FAILED, campaign.run(), campaign::told);
        assertEquals(2, MortalBrokerAdapter.started().size());
        for (CellRecord cell : campaign.document().cells()) {
            assertEquals(3, cell.runs().size());
            assertEquals(cell.bus().equals("loopback"), cell.verdict() == Verdict.VALID);
        }
    }

    @Test
    void thatCannotBeStartedAtFirstIsGivenUpAndTheOthersGoOn() throws IOException {
        MortalBrokerAdapter.refuse(1);
        FakeCampaign campaign = campaign(BrokerLife.EACH_ROUND, 2, MORTAL, "loopback");
        assertEquals(ExitStatus.LACKING, campaign.run(), campaign::told);
        assertEquals(0, MortalBrokerAdapter.started().size());
        assertEquals(4, campaign.forks().runs().size());
        assertEquals(
                new BusRecord.NotMeasured(MortalBrokerAdapter.REFUSAL, "free it"),
                campaign.document().buses().get(0).notMeasured());
        // Its runs are still to be made: who has mended it goes on.
        assertEquals(ExitStatus.OK, campaign.run(), campaign::told);
        assertEquals(8, campaign.forks().runs().size());
        assertNull(campaign.document().buses().get(0).notMeasured());
    }

    @Test
    void thatCannotBeStartedLaterLeavesItsRoundToBeMadeUp() throws IOException {
        FakeCampaign campaign = campaign(BrokerLife.EACH_ROUND, 3, MORTAL);
        campaign.forks().before(2, () -> MortalBrokerAdapter.refuse(1));
        assertEquals(ExitStatus.LACKING, campaign.run(), campaign::told);
        assertEquals(
                List.of(1, 1, 3, 3),
                campaign.forks().runs().stream().map(Run::round).toList());
        assertEquals(
                "in round 2: " + MortalBrokerAdapter.REFUSAL,
                Objects.requireNonNull(campaign.document().buses().get(0).notMeasured())
                        .reason());
        assertNotEquals(Verdict.INVALID, campaign.document().cells().get(0).verdict());
        assertEquals(ExitStatus.OK, campaign.run(), campaign::told);
        assertEquals(
                List.of(1, 1, 3, 3, 2, 2),
                campaign.forks().runs().stream().map(Run::round).toList());
    }

    @Test
    void theRunsOfABusInARoundShareAJvmAndNoOthersDo() throws IOException {
        Work work = new Work(
                List.of(
                        new WorkItem(STREAM, 2, Question.FIGURES),
                        new WorkItem(
                                BuiltIns.workloadNamed("kilobyte-stream").withTimes(STREAM.warmup(), STREAM.duration()),
                                2,
                                Question.FIGURES),
                        new WorkItem(OPEN, 2, Question.CAPACITY_AND_SWEEP)),
                2,
                BrokerLife.ONCE);
        FakeCampaign campaign = new FakeCampaign(folder, work, "loopback", MORTAL);
        assertEquals(ExitStatus.OK, campaign.run(), campaign::told);
        Map<Integer, Set<String>> jvms = new TreeMap<>();
        for (Run run : campaign.forks().runs()) {
            // The capacity is searched for in round 1.
            int round = run.probe() ? 1 : run.round();
            jvms.computeIfAbsent(run.jvm(), any -> new TreeSet<>())
                    .add(run.cell().bus() + " in round " + round);
        }
        assertEquals(Set.of(1), jvms.values().stream().map(Set::size).collect(Collectors.toSet()));
        assertEquals(2 * 2, jvms.size());
    }

    @Test
    void aSearchOnADeadBrokerIsMadeInTheNextRound() throws IOException {
        FakeCampaign campaign = searching(2);
        campaign.forks().before(1, MortalBrokerAdapter::kill);
        assertEquals(ExitStatus.OK, campaign.run(), campaign::told);
        CapacityRecord capacity = campaign.document().capacities().get(0);
        assertEquals(FakeForks.CEILING_PER_SECOND, capacity.perSecond());
        assertEquals(2, campaign.forks().probes().size());
        // Points of the first round are still to be run.
        assertEquals(2 + 8, campaign.forks().cells().size());
        assertFalse(campaign.stored().isFinished());
    }

    @Test
    void aSearchOnABrokerThatDiesInTheLastRoundIsLeftToWhoGoesOn() throws IOException {
        FakeCampaign campaign = searching(1);
        campaign.forks().before(1, MortalBrokerAdapter::kill);
        campaign.run();
        assertEquals(List.of(), campaign.document().capacities());
        assertFalse(campaign.stored().isFinished());
        assertEquals(ExitStatus.OK, campaign.run(), campaign::told);
        assertEquals(1, campaign.document().capacities().size());
        assertEquals(1 + 8, campaign.forks().cells().size());
        assertTrue(campaign.stored().isFinished());
    }

    private FakeCampaign searching(int rounds) {
        Work work = new Work(
                List.of(
                        new WorkItem(STREAM, rounds, Question.FIGURES),
                        new WorkItem(OPEN, rounds, Question.CAPACITY_AND_SWEEP)),
                rounds,
                BrokerLife.EACH_ROUND);
        return new FakeCampaign(folder, work, MORTAL);
    }
}
