package org.busmark.bench.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.busmark.bus.Guarantee;
import org.busmark.results.files.InvalidFileException;
import org.busmark.results.files.TextFile;
import org.busmark.workload.BrokerLife;
import org.busmark.workload.Question;
import org.busmark.workload.Rate;
import org.busmark.workload.Suite;
import org.busmark.workload.WorkItem;
import org.busmark.workload.Workload;
import org.junit.jupiter.api.Test;

final class SuiteFileTest {
    private static final String HEAD = "name: s\ndescription: d\nrounds: 2\nbudget: 5 min\n";

    @Test
    void changesOnlyWhatItSays() throws InvalidFileException {
        Suite suite = read(HEAD + "workloads:\n  - workload: small-open-loop\n"
                + "  - {workload: small-open-loop, guarantee: PERSISTED, rate: 7/s, warmup: 1 s, duration: 3 s}\n");
        assertEquals(Duration.ofMinutes(5), suite.budget());
        assertEquals(2, suite.rounds());
        assertEquals(
                BuiltIns.workloadNamed("small-open-loop"), suite.workloads().get(0));
        Workload changed = suite.workloads().get(1);
        assertEquals(Guarantee.PERSISTED, changed.guarantee());
        assertEquals(new Rate(7), changed.rate());
        assertEquals(Duration.ofSeconds(1), changed.warmup());
        assertEquals(Duration.ofSeconds(3), changed.duration());
    }

    @Test
    void brokersLiveOnceUnlessItSaysOtherwise() throws InvalidFileException {
        String entries = "workloads: [{workload: fan-out}]\n";
        assertEquals(BrokerLife.ONCE, read(HEAD + entries).work().brokers());
        assertEquals(
                BrokerLife.EACH_ROUND,
                read(HEAD + "brokers: each-round\n" + entries).work().brokers());
        InvalidFileException e =
                assertThrows(InvalidFileException.class, () -> read(HEAD + "brokers: sometimes\n" + entries));
        assertEquals(
                "s.yaml:5:10: key 'brokers': 'sometimes' is not how long a broker lives; allowed: once, each-round",
                e.getMessage());
    }

    @Test
    void anEntryMayHaveFewerRoundsAndAskForACapacity() throws InvalidFileException {
        List<WorkItem> items = read(HEAD + "workloads:\n  - {workload: fan-out, rounds: 1}\n"
                        + "  - {workload: small-open-loop, capacity: sweep, objective: 7 ms}\n"
                        + "  - {workload: small-open-loop, capacity: search}\n")
                .work()
                .items();
        assertEquals(List.of(1, 2, 2), items.stream().map(WorkItem::rounds).toList());
        assertEquals(
                List.of(Question.FIGURES, Question.CAPACITY_AND_SWEEP, Question.CAPACITY),
                items.stream().map(WorkItem::question).toList());
        assertEquals(Duration.ofMillis(7), items.get(1).workload().objective());
    }

    @Test
    void refusesWithThePlace() {
        assertComplaint("s.yaml:6:16: key 'workload': 'nope' is not a workload; allowed: small-stream", "nope");
        assertComplaint("s.yaml:6:25: unknown key 'round'; allowed: workload, guarantee", "fan-out, round: 2");
        assertComplaint("s.yaml:6:33: rounds is 3; allowed: at most the suite's, which are 2", "fan-out, rounds: 3");
        assertComplaint("s.yaml:6:33: key 'rounds': '0' is not a count; allowed:", "fan-out, rounds: 0");
        assertComplaint(
                "s.yaml:6:35: key 'capacity': 'true' is not what can be done about a capacity; allowed: search, sweep",
                "fan-out, capacity: true");
        assertComplaint("s.yaml:6:40: capacity does not fit small-stream at rate max", "small-stream, capacity: sweep");
        assertComplaint("s.yaml:6:31: key 'rate': '0/s' is not a rate; allowed:", "fan-out, rate: 0/s");
        assertComplaint("s.yaml:6:40: rate is 5/s; allowed for round-trip: max", "small-round-trip, rate: 5/s");
        InvalidFileException none = assertThrows(InvalidFileException.class, () -> read(HEAD + "workloads: []\n"));
        assertEquals("s.yaml:5:12: key 'workloads' must be a list with at least one entry", none.getMessage());
        InvalidFileException noBudget = assertThrows(
                InvalidFileException.class, () -> read("name: s\ndescription: d\nworkloads: [{workload: fan-out}]\n"));
        assertEquals("s.yaml:1:1: key 'budget' is missing", noBudget.getMessage());
    }

    private static void assertComplaint(String complaint, String entry) {
        InvalidFileException refusal = assertThrows(
                InvalidFileException.class, () -> read(HEAD + "workloads:\n  - {workload: " + entry + "}\n"));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(complaint), refusal.getMessage());
    }

    private static Suite read(String yaml) throws InvalidFileException {
        return SuiteFile.read(new TextFile("s.yaml", yaml));
    }
}
