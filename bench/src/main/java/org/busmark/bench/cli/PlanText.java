package org.busmark.bench.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.busmark.bench.plan.Forecast;
import org.busmark.bench.plan.Plan;
import org.busmark.bench.plan.PlannedCell;
import org.busmark.workload.BrokerLife;
import org.busmark.workload.Cell;
import org.busmark.workload.Workload;
import org.jspecify.annotations.Nullable;

/** A plan for people and for scripts. */
final class PlanText {
    private PlanText() {}

    /** @param left of a run that is gone on with; null where nothing is done yet */
    static String table(Plan plan, @Nullable Forecast left) {
        Table table =
                new Table().row("bus", "workload", "guarantee", "rate", "message", "warm-up + duration", "rounds");
        for (PlannedCell planned : plan.cells()) {
            Cell cell = planned.cell();
            Workload workload = cell.workload();
            table.row(
                    cell.bus(),
                    workload.name(),
                    workload.guarantee().name(),
                    planned.question().searches() ? "searched" : workload.rate().toString(),
                    workload.message().toString(),
                    planned.notOffered()
                            .map(reason -> "not offered: " + reason)
                            .orElse(seconds(workload.warmup().toMillis()) + " + "
                                    + seconds(workload.duration().toMillis())),
                    planned.isOffered() ? rounds(planned) : "");
        }
        return table + "\n" + summary(plan) + (left == null ? "" : left(left));
    }

    private static String rounds(PlannedCell planned) {
        return planned.question().sweeps()
                ? planned.rounds() + " at each of " + Plan.SWEEP_POINTS + " shares"
                : String.valueOf(planned.rounds());
    }

    private static String left(Forecast left) {
        return "of its runs " + (left.runs() - left.runsDone()) + " are left, which with all that is left takes about "
                + minutes(left.timeLeft().toSeconds()) + "\n";
    }

    private static String summary(Plan plan) {
        int searched = plan.searched().size();
        String search = searched == 0
                ? ""
                : "; " + searched + " capacities searched for, with about " + Plan.PROBES + " probes each";
        return cells(plan) + " cells, up to " + plan.rounds() + " rounds, " + plan.runs() + " runs" + search
                + "; brokers started " + (plan.brokers() == BrokerLife.ONCE ? "once" : "anew in each round")
                + "; about " + minutes(plan.time().toSeconds()) + " without downloads; at most about "
                + Folders.mebibytes(plan.diskBytes()) + " of disk for brokers and "
                + Folders.mebibytes(plan.resultBytes()) + " for results\n";
    }

    private static long cells(Plan plan) {
        return plan.cells().stream()
                .filter(PlannedCell::isOffered)
                .mapToLong(
                        planned -> planned.isMeasured() ? 1 : planned.question().sweeps() ? Plan.SWEEP_POINTS : 0)
                .sum();
    }

    /** @param left as in {@link #table} */
    static Map<String, Object> json(Plan plan, @Nullable Forecast left) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rounds", plan.rounds());
        document.put("brokers", plan.brokers().text());
        document.put("runs", plan.runs());
        document.put("estimatedSeconds", plan.time().toSeconds());
        if (left != null) {
            document.put("runsLeft", left.runs() - left.runsDone());
            document.put("estimatedSecondsLeft", left.timeLeft().toSeconds());
        }
        document.put("estimatedDiskBytes", plan.diskBytes());
        document.put("estimatedResultBytes", plan.resultBytes());
        document.put("cells", entries(plan, PlannedCell::isMeasured));
        document.put("capacities", entries(plan, PlannedCell::isSearched));
        document.put("notOffered", entries(plan, planned -> !planned.isOffered()));
        return document;
    }

    private static List<Map<String, Object>> entries(Plan plan, Predicate<PlannedCell> wanted) {
        return plan.cells().stream().filter(wanted).map(PlanText::entry).toList();
    }

    private static Map<String, Object> entry(PlannedCell planned) {
        Workload workload = planned.cell().workload();
        Map<String, Object> entry = new LinkedHashMap<>();
        if (planned.isMeasured()) {
            entry.put("cellId", planned.cell().id());
        }
        entry.put("bus", planned.cell().bus());
        entry.put("workload", workload.name());
        entry.put("guarantee", workload.guarantee().name());
        planned.notOffered().ifPresent(reason -> entry.put("reason", reason));
        if (planned.isOffered()) {
            entry.put("rounds", planned.rounds());
            entry.put("messageBytes", workload.message().bytes());
        }
        if (planned.isMeasured()) {
            entry.put("rate", workload.rate().isMax() ? "max" : workload.rate().perSecond());
        }
        if (planned.isSearched()) {
            entry.put("estimatedProbes", Plan.PROBES);
            entry.put("sweepCells", planned.question().sweeps() ? Plan.SWEEP_POINTS : 0);
        }
        return entry;
    }

    private static String seconds(long millis) {
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    private static String minutes(long seconds) {
        return seconds / 60 + " min " + seconds % 60 + " s";
    }
}
