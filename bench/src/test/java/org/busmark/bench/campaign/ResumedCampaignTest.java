package org.busmark.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.busmark.bench.campaign.FakeForks.Run;
import org.busmark.bench.fakes.CountedBrokerAdapter;
import org.busmark.bench.plan.Forecast;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CapacityRecord.SweepPoint;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunDocumentFile;
import org.busmark.results.record.UnreadableRecordException;
import org.busmark.workload.BrokerLife;
import org.busmark.workload.Question;
import org.busmark.workload.Work;
import org.busmark.workload.WorkItem;
import org.busmark.workload.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an interrupted campaign has, and how it goes on. */
@Timeout(120)
final class ResumedCampaignTest {
    private static final Workload STREAM = FakeCampaign.STREAM;
    private static final Workload OPEN = FakeCampaign.OPEN;
    private static final int SWEEP = 8;

    @TempDir
    Path folder;

    private FakeCampaign campaign(String name, Work work, String... buses) throws IOException {
        return new FakeCampaign(Files.createDirectories(folder.resolve(name)), work, buses);
    }

    /** Two cells in three rounds, and a sweep of two rounds after a search. */
    private static Work work(BrokerLife brokers) {
        return new Work(
                List.of(
                        new WorkItem(STREAM, 3, Question.FIGURES),
                        new WorkItem(OPEN, 3, Question.FIGURES),
                        new WorkItem(OPEN, 2, Question.CAPACITY_AND_SWEEP)),
                3,
                brokers);
    }

    @Test
    void whatIsRecordedIsNotRunAgainAndTheOrderIsKept() throws IOException {
        for (BrokerLife brokers : BrokerLife.values()) {
            FakeCampaign whole = campaign("whole-" + brokers, work(brokers), "loopback", "counted");
            assertEquals(ExitStatus.OK, whole.run(), whole::told);
            FakeCampaign cut = campaign("cut-" + brokers, work(brokers), "loopback", "counted");
            for (int more : List.of(0, 1, 5, 3, 9)) {
                cut.runUntilDeath(more);
            }
            assertEquals(ExitStatus.OK, cut.run(), cut::told);
            assertEquals(
                    whole.forks().runs().stream().map(Run::toString).toList(),
                    cut.forks().runs().stream().map(Run::toString).toList());
            // One share of the capacity is the open loop's own rate.
            assertEquals(2 * (2 * 3 + 2 * (SWEEP - 1)), whole.forks().cells().size());
            assertEquals(4, whole.forks().probes().size());
            assertSameFigures(whole.document(), cut.document());
        }
    }

    @Test
    void turnsOfManyBusesComeInTheSameOrderAfterOneHasHadItsOwn() throws IOException {
        Work work = Work.figures(List.of(STREAM, OPEN), 2);
        String[] buses = {"loopback", "tcp", "counted", "mortal"};
        FakeCampaign whole = campaign("whole", work, buses);
        assertEquals(ExitStatus.OK, whole.run(), whole::told);
        FakeCampaign cut = campaign("cut", work, buses);
        for (int more : List.of(2, 3, 2, 5)) {
            cut.runUntilDeath(more);
        }
        assertEquals(ExitStatus.OK, cut.run(), cut::told);
        assertEquals(
                whole.forks().runs().stream().map(Run::toString).toList(),
                cut.forks().runs().stream().map(Run::toString).toList());
    }

    private static void assertSameFigures(RunDocument whole, RunDocument cut) {
        assertEquals(whole.cells(), cut.cells());
        assertEquals(whole.capacities(), cut.capacities());
        assertEquals(whole.comparisons(), cut.comparisons());
        assertEquals(whole.seed(), cut.seed());
        assertFalse(whole.environment().others().containsKey("sessions"));
        assertTrue(String.valueOf(cut.environment().others().get("sessions")).startsWith("6, "));
    }

    @Test
    void everyRunIsInItsFileAsSoonAsItEnded() throws IOException {
        FakeCampaign campaign = campaign("a", Work.figures(List.of(STREAM, OPEN), 3), "loopback");
        campaign.runUntilDeath(4);
        Set<String> files = new HashSet<>();
        try (Stream<Path> all = Files.list(campaign.out().resolve("runs"))) {
            all.forEach(file -> files.add(file.getFileName().toString()));
        }
        Set<String> expected = new HashSet<>();
        campaign.forks().runs().forEach(run -> expected.add(run.cell().id() + "-round-" + run.round() + ".json"));
        assertEquals(4, expected.size());
        assertEquals(expected, files);
        StoredCampaign stored = campaign.stored();
        assertFalse(stored.isFinished());
        assertEquals(4, stored.runsRecorded());
        RunDocument document = stored.document();
        assertEquals(
                4,
                document.cells().stream().mapToInt(cell -> cell.runs().size()).sum());
        assertEquals(
                "not finished: 4 of 6 runs were made",
                document.environment().others().get("campaign"));
        assertFalse(Files.exists(campaign.out().resolve("run.json")));
    }

    @Test
    void roundsForWhichASuiteHasNoTimeLeftAreMadeUpWhenItIsGoneOnWith() throws IOException {
        FakeCampaign campaign = campaign("a", Work.figures(List.of(STREAM, OPEN), 5), "loopback", "counted");
        assertEquals(ExitStatus.OK, campaign.run(campaign.request(42, Duration.ofNanos(1))), campaign::told);
        assertEquals(3 * 4, campaign.forks().runs().size());
        assertTrue(campaign.told().contains("round 4 and what follows is left out: "), campaign::told);
        assertTrue(campaign.told().contains("--out " + campaign.out() + " makes it up"), campaign::told);
        assertEquals(
                "not finished: 12 of 20 runs were made",
                campaign.document().environment().others().get("campaign"));
        Forecast left = campaign.stored().left();
        assertEquals(8, left.runs() - left.runsDone());
        campaign.document().cells().forEach(cell -> assertEquals(3, cell.runs().size()));

        assertEquals(ExitStatus.OK, campaign.run(campaign.stored().request(Map.of())), campaign::told);
        assertEquals(5 * 4, campaign.forks().runs().size());
        assertTrue(campaign.stored().isFinished());
    }

    @Test
    void aCampaignThatDiedBeforeItsFirstRunHasADocumentToo() throws IOException {
        FakeCampaign campaign = campaign("a", Work.figures(List.of(STREAM), 1), "loopback");
        CampaignStore.begin(campaign.out(), RequestRecord.of(campaign.request(), java.time.Instant.EPOCH));
        assertEquals(List.of(), campaign.document().cells());
        assertFalse(campaign.stored().isFinished());
        assertEquals(
                campaign.request().work(), campaign.stored().request(Map.of()).work());
        assertEquals(ExitStatus.OK, campaign.run());
    }

    @Test
    void whereNothingIsLeftNothingIsStartedAndTheStatusIsTheSame() throws IOException {
        FakeCampaign campaign = campaign("a", work(BrokerLife.EACH_ROUND), "counted");
        assertEquals(ExitStatus.OK, campaign.run());
        byte[] before = Files.readAllBytes(campaign.out().resolve("run.json"));
        String table = campaign.printed();
        int runs = campaign.forks().runs().size();
        int starts = CountedBrokerAdapter.starts();
        assertEquals(ExitStatus.OK, campaign.run());
        assertEquals(runs, campaign.forks().runs().size());
        assertEquals(starts, CountedBrokerAdapter.starts());
        assertEquals(table, campaign.printed());
        assertEquals(
                new String(before, StandardCharsets.UTF_8),
                Files.readString(campaign.out().resolve("run.json")));
        assertTrue(campaign.told().contains("nothing is left to run: all 20 runs are recorded"), campaign::told);
    }

    @Test
    void anotherRequestIsRefusedAndNothingIsTouched() throws IOException {
        FakeCampaign campaign = campaign("a", Work.figures(List.of(STREAM), 2), "loopback");
        campaign.runUntilDeath(1);
        UnreadableRecordException seed =
                assertThrows(UnreadableRecordException.class, () -> campaign.run(campaign.request(43)));
        assertEquals(
                campaign.out() + " holds another run; it differs in its seed: 42 there, 43 asked for",
                seed.getMessage());
        FakeCampaign rounds = campaign("a", Work.figures(List.of(STREAM), 3), "loopback");
        assertDiffers("its rounds: 2 there, 3 asked for", rounds);
        assertDiffers(
                "its buses: [loopback] there, [tcp] asked for", campaign("a", Work.figures(List.of(STREAM), 2), "tcp"));
        assertDiffers(
                "its number of workloads: 1 there, 2 asked for",
                campaign("a", Work.figures(List.of(STREAM, OPEN), 2), "loopback"));
        assertDiffers(
                "its workload 1: small-stream FIRE_AND_FORGET max, 2 rounds, PT1S + PT1S there, "
                        + "small-open-loop FIRE_AND_FORGET 5000/s, 2 rounds, PT1S + PT1S asked for",
                campaign("a", Work.figures(List.of(OPEN), 2), "loopback"));
        assertEquals(1, campaign.stored().runsRecorded());
        assertEquals(ExitStatus.OK, campaign.run());
    }

    private static void assertDiffers(String how, FakeCampaign other) {
        UnreadableRecordException e = assertThrows(UnreadableRecordException.class, other::run);
        assertTrue(String.valueOf(e.getMessage()).endsWith("it differs in " + how), e.getMessage());
        assertEquals(List.of(), other.forks().runs());
    }

    @Test
    void aSearchThatWasInterruptedKeepsItsProbes() throws IOException {
        FakeCampaign campaign = campaign("a", work(BrokerLife.ONCE), "loopback");
        campaign.runUntilDeath(3);
        assertEquals(1, campaign.forks().probes().size());
        assertEquals(List.of(), campaign.document().capacities());
        assertEquals(ExitStatus.OK, campaign.run());
        assertEquals(2, campaign.forks().probes().size());
        CapacityRecord capacity = campaign.document().capacities().get(0);
        assertEquals(FakeForks.CEILING_PER_SECOND, capacity.perSecond());
        assertEquals(2, capacity.probes().size());
    }

    @Test
    void aSweepIsCellsOfTheTableLinkedByTheirIds() throws IOException {
        FakeCampaign campaign = campaign("a", work(BrokerLife.EACH_ROUND), "loopback");
        campaign.run();
        RunDocument document = campaign.document();
        List<SweepPoint> sweep = document.capacities().get(0).sweep();
        assertEquals(
                List.of(0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 1.0, 1.05),
                sweep.stream().map(SweepPoint::share).toList());
        for (SweepPoint point : sweep) {
            CellRecord cell = document.cell(point.cellId()).orElseThrow();
            double rate = Objects.requireNonNull(cell.rate().perSecond());
            assertEquals(point.share() * FakeForks.CEILING_PER_SECOND, rate, 1e-6);
            // The share of a half is the open loop's own rate, and so its own cell, measured once in each round.
            assertEquals(rate == 5000 ? 3 : 2, cell.runs().size());
        }
        assertEquals(2 + SWEEP - 1, document.cells().size());
        assertTrue(Files.exists(campaign.out().resolve("runs/probes")));
        // Two shares were measured already: they are counted as done, so that the last run is the last of the plan.
        assertTrue(campaign.told().contains("\n22/22 round 3: loopback, "), campaign::told);
    }

    @Test
    void anInterruptedSweepNamesThePointsThatThereAre() throws IOException {
        FakeCampaign campaign = campaign("a", work(BrokerLife.ONCE), "loopback");
        campaign.runUntilDeath(2 + 2 + 3);
        RunDocument document = campaign.document();
        List<SweepPoint> sweep = document.capacities().get(0).sweep();
        assertTrue(sweep.size() >= 3 && sweep.size() < SWEEP, sweep::toString);
        sweep.forEach(point -> assertTrue(document.cell(point.cellId()).isPresent()));
    }

    @Test
    void theSearchComesAfterTheCellsOfItsRoundAndTheSweepAfterTheSearch() throws IOException {
        FakeCampaign campaign = campaign("a", work(BrokerLife.ONCE), "loopback");
        campaign.run();
        List<Run> runs = campaign.forks().runs();
        assertEquals(
                List.of(false, false, true, true, false),
                runs.subList(0, 5).stream().map(Run::probe).toList());
        List<Run> secondRound = runs.stream().filter(run -> run.round() == 2).toList();
        assertEquals(2 + SWEEP - 1, secondRound.size());
        List<Workload> worked =
                secondRound.stream().map(run -> run.cell().workload()).toList();
        assertEquals(Set.of(STREAM, OPEN), Set.copyOf(worked.subList(0, 2)));
        // The points follow, shuffled: in the plan they rise.
        List<Double> rates = worked.subList(2, worked.size()).stream()
                .map(workload -> workload.rate().perSecond())
                .toList();
        assertNotEquals(rates.stream().sorted().toList(), rates);
    }

    @Test
    void whatWasReportedOfAnInterruptedCampaignIsGoneWhenItGoesOn() throws IOException {
        FakeCampaign campaign = campaign("a", Work.figures(List.of(STREAM), 3), "loopback");
        campaign.runUntilDeath(1);
        RunDocumentFile.write(campaign.out().resolve("run.json"), campaign.document());
        campaign.runUntilDeath(1);
        assertFalse(Files.exists(campaign.out().resolve("run.json")));
        assertEquals(ExitStatus.OK, campaign.run());
        assertEquals(
                3,
                RunDocumentFile.read(campaign.out().resolve("run.json"))
                        .cells()
                        .get(0)
                        .runs()
                        .size());
    }

    @Test
    void whatAKilledSessionWasWritingIsCleanedAway() throws IOException {
        FakeCampaign campaign = campaign("a", Work.figures(List.of(STREAM), 2), "loopback");
        campaign.runUntilDeath(1);
        Path half = Files.writeString(campaign.out().resolve("runs/.x-round-2.json.1234.tmp"), "{");
        Path halfOfAll = Files.writeString(campaign.out().resolve(".run.json.1234.tmp"), "{");
        assertEquals(ExitStatus.OK, campaign.run());
        assertFalse(Files.exists(half));
        assertFalse(Files.exists(halfOfAll));
    }
}
