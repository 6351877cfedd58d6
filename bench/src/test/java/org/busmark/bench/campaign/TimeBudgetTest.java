package org.busmark.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.busmark.bench.adapters.InstalledAdapters;
import org.busmark.bench.plan.Forecast;
import org.busmark.bench.plan.Plan;
import org.busmark.bench.plan.PlannedStep.Kind;
import org.busmark.workload.Work;
import org.junit.jupiter.api.Test;

final class TimeBudgetTest {
    private final Plan plan = Plan.of(
            Work.figures(List.of(FakeCampaign.STREAM), 5),
            List.of(InstalledAdapters.load().get("loopback")),
            List.of());
    private final Forecast forecast = new Forecast(plan);
    private final Duration round = forecast.timeLeft(5);
    private long nowNs = 1_000;

    private TimeBudget rounds(double many) {
        return new TimeBudget(Duration.ofNanos((long) (many * round.toNanos())), () -> nowNs);
    }

    private void done(int rounds, double times) {
        for (int number = 1; number <= rounds; number++) {
            forecast.done(Kind.RUN, "loopback", number, plan.offered().get(0).id());
        }
        nowNs += (long) (times * forecast.timeDone().toNanos());
    }

    @Test
    void sparesTimeAsLongAsWhatIsPlannedStillFitsAtThePaceOfWhatWasDone() {
        TimeBudget budget = rounds(8 / TimeBudget.SPARE_SHARE);
        done(2, 1.5);
        double pace = budget.pace(forecast);
        assertEquals(1.5, pace, 0.001);
        assertTrue(budget.spares(forecast.timeLeft(), pace));
        nowNs += round.toNanos();
        assertFalse(budget.spares(forecast.timeLeft(), pace));
        assertTrue(budget.isPromised());
        TimeBudget endless = new TimeBudget(null, () -> nowNs);
        assertTrue(endless.spares(Duration.ofDays(1), pace));
        assertFalse(endless.isPromised());
    }

    @Test
    void theStartOfABrokerSaysNothingOfThePaceOfRuns() {
        TimeBudget budget = rounds(8);
        nowNs += round.toNanos();
        budget.started(Duration.ZERO, round);
        assertEquals(1, budget.pace(forecast));
        done(2, 1.5);
        assertEquals(1.5, budget.pace(forecast), 0.001);
    }

    @Test
    void sparesNoTimeThatASlowerMachineWouldNeed() {
        assertEquals(1, rounds(5).pace(forecast));
        assertFalse(
                rounds(5 * TimeBudget.CAUTION / TimeBudget.SPARE_SHARE - 0.1).spares(forecast.timeLeft(), 1));
        assertTrue(rounds(5 * TimeBudget.CAUTION / TimeBudget.SPARE_SHARE + 0.1).spares(forecast.timeLeft(), 1));
    }

    @Test
    void aRoundBeginsThatWillEndInTime() {
        TimeBudget budget = rounds(5.01);
        done(4, 1);
        assertEquals(Optional.empty(), budget.refusal(5, forecast));
    }

    @Test
    void aRoundDoesNotBeginThatWouldEndLaterAsSlowAsThoseBefore() {
        TimeBudget budget = rounds(5.9);
        done(4, 1.2);
        assertTrue(budget.refusal(5, forecast).orElse("").startsWith("it would take about 0 min "));
    }

    @Test
    void whatWasNoPartOfTheWorkDoesNotCount() {
        TimeBudget budget = rounds(5.9);
        done(4, 1.2);
        budget.excuse(round.multipliedBy(-9));
        assertTrue(budget.refusal(5, forecast).isPresent());
        budget.excuse(forecast.timeDone().dividedBy(5));
        assertEquals(Optional.empty(), budget.refusal(5, forecast));
    }

    @Test
    void threeRoundsAreMadeHoweverLongTheyTake() {
        TimeBudget budget = rounds(0.1);
        done(2, 100);
        assertEquals(Optional.empty(), budget.refusal(3, forecast));
        assertTrue(budget.refusal(4, forecast).isPresent());
    }

    @Test
    void whatIsRecordedAlreadyTakesNoTime() {
        TimeBudget budget = rounds(0.1);
        done(4, 1);
        assertEquals(Optional.empty(), budget.refusal(4, forecast));
    }

    @Test
    void withoutABudgetEveryRoundIsMade() {
        TimeBudget none = new TimeBudget(null, () -> nowNs);
        done(4, 1_000);
        assertEquals(round, forecast.timeLeft(5));
        assertEquals(Optional.empty(), none.refusal(5, forecast));
    }
}
