package org.busmark.bench.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.busmark.bench.FakeAdapter;
import org.busmark.bench.files.BuiltIns;
import org.busmark.bench.plan.PlannedStep.Kind;
import org.busmark.workload.BrokerLife;
import org.busmark.workload.Cell;
import org.busmark.workload.Question;
import org.busmark.workload.Work;
import org.busmark.workload.WorkItem;
import org.busmark.workload.Workload;
import org.junit.jupiter.api.Test;

final class ForecastTest {
    private static final Workload OPEN =
            BuiltIns.workloadNamed("small-open-loop").withTimes(Duration.ofSeconds(2), Duration.ofSeconds(4));
    private static final Duration FIRST_PROBE = Duration.ofMillis(7_500);
    private static final Duration FURTHER_PROBE = Duration.ofSeconds(6);
    private static final String CELL = new Cell("log", OPEN).id();

    private final Plan plan =
            Plan.of(List.of(OPEN), List.of(FakeAdapter.withBroker("log"), FakeAdapter.withoutBroker("socket")), 2);
    private final Forecast forecast = new Forecast(plan);

    @Test
    void shrinksAsThingsAreDone() {
        assertEquals(plan.time(), forecast.timeLeft());
        assertEquals(4, forecast.runs());
        forecast.done(Kind.BROKER, "log", 1, "");
        forecast.done(Kind.RUN, "log", 1, CELL);
        assertEquals(Duration.ofSeconds(12 + 17), forecast.timeLeft());
        assertEquals(Duration.ofSeconds(38 + 12), forecast.timeDone());
        assertEquals(1, forecast.runsDone());
    }

    @Test
    void whatIsDoneTwiceCountsOnce() {
        forecast.done(Kind.RUN, "log", 1, CELL);
        forecast.done(Kind.RUN, "log", 1, CELL);
        forecast.done(Kind.RUN, "log", 3, CELL);
        assertEquals(1, forecast.runsDone());
    }

    @Test
    void whatIsForgottenWasNotDone() {
        forecast.forget(Kind.RUN, "log", 1, CELL);
        assertEquals(1, forecast.runsDone());
        assertEquals(Duration.ZERO, forecast.timeDone());
    }

    @Test
    void whatWillNotBeDoneTakesNoTime() {
        forecast.drop(step -> step.bus().equals("log"));
        assertEquals(Duration.ofSeconds(17), forecast.timeLeft());
        assertEquals(Duration.ZERO, forecast.timeDone());
        assertEquals(2, forecast.runsDone());
        assertEquals(4, forecast.runs());
    }

    @Test
    void eachProbeOfASearchIsAStepOfItsOwn() {
        Work work = new Work(List.of(new WorkItem(OPEN, 1, Question.CAPACITY)), 1, BrokerLife.ONCE);
        Plan searched = Plan.of(work, List.of(FakeAdapter.withoutBroker("socket")), List.of());
        Forecast left = new Forecast(searched);
        String cell = new Cell("socket", OPEN).id();

        left.probed(cell);

        assertEquals(FIRST_PROBE, left.timeDone());
        assertEquals(FURTHER_PROBE.multipliedBy(Plan.PROBES - 1), left.timeLeft());
        for (int more = 0; more < Plan.PROBES; more++) {
            left.probed(cell);
        }
        assertEquals(Duration.ZERO, left.timeLeft());
        assertEquals(FIRST_PROBE.plus(FURTHER_PROBE.multipliedBy(Plan.PROBES)), left.timeDone());
    }

    @Test
    void aSearchMayNeedFewerProbesThanPlanned() {
        Work work = new Work(List.of(new WorkItem(OPEN, 1, Question.CAPACITY)), 1, BrokerLife.ONCE);
        Plan searched = Plan.of(work, List.of(FakeAdapter.withoutBroker("socket")), List.of());
        Forecast left = new Forecast(searched);
        String cell = new Cell("socket", OPEN).id();

        left.probed(cell);
        left.searched(cell);

        assertEquals(Duration.ZERO, left.timeLeft());
        assertEquals(FIRST_PROBE, left.timeDone());
    }
}
