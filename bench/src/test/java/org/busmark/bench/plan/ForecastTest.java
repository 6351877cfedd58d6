package org.busmark.bench.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.busmark.bench.FakeAdapter;
import org.busmark.bench.files.BuiltIns;
import org.busmark.bench.plan.PlannedStep.Kind;
import org.busmark.workload.Cell;
import org.busmark.workload.Workload;
import org.junit.jupiter.api.Test;

final class ForecastTest {
    private static final Workload OPEN =
            BuiltIns.workloadNamed("small-open-loop").withTimes(Duration.ofSeconds(2), Duration.ofSeconds(4));
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
        assertEquals(Duration.ofMillis(3 * 8_500), forecast.timeLeft());
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
    void whatWillNotBeDoneTakesNoTime() {
        forecast.drop(step -> step.bus().equals("log"));
        assertEquals(Duration.ofMillis(2 * 8_500), forecast.timeLeft());
        assertEquals(2, forecast.runsDone());
        assertEquals(4, forecast.runs());
    }
}
