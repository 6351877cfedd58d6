package org.busmark.bench.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busmark.bench.plan.Plan;
import org.busmark.bench.plan.PlannedCell;
import org.busmark.workload.Cell;
import org.busmark.workload.Workload;

/** A plan for people and for scripts. */
final class PlanText {
    private PlanText() {}

    static String table(Plan plan) {
        Table table =
                new Table().row("bus", "workload", "guarantee", "rate", "message", "warm-up + duration", "rounds");
        for (PlannedCell planned : plan.cells()) {
            Cell cell = planned.cell();
            Workload workload = cell.workload();
            table.row(
                    cell.bus(),
                    workload.name(),
                    workload.guarantee().name(),
                    workload.rate().toString(),
                    workload.message().toString(),
                    planned.notOffered()
                            .map(reason -> "not offered: " + reason)
                            .orElse(seconds(workload.warmup().toMillis()) + " + "
                                    + seconds(workload.duration().toMillis())),
                    planned.isOffered() ? String.valueOf(planned.rounds()) : "");
        }
        return table + "\n" + plan.offered().size() + " cells, up to " + plan.rounds() + " rounds, " + plan.runs()
                + " runs; about " + minutes(plan.time().toSeconds()) + " without downloads; at most about "
                + Folders.mebibytes(plan.diskBytes()) + " of disk for brokers\n";
    }

    static Map<String, Object> json(Plan plan) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rounds", plan.rounds());
        document.put("runs", plan.runs());
        document.put("estimatedSeconds", plan.time().toSeconds());
        document.put("estimatedDiskBytes", plan.diskBytes());
        List<Map<String, Object>> cells = new ArrayList<>();
        List<Map<String, Object>> notOffered = new ArrayList<>();
        for (PlannedCell planned : plan.cells()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            Workload workload = planned.cell().workload();
            if (planned.isOffered()) {
                entry.put("cellId", planned.cell().id());
            }
            entry.put("bus", planned.cell().bus());
            entry.put("workload", workload.name());
            entry.put("guarantee", workload.guarantee().name());
            if (planned.isOffered()) {
                entry.put("rounds", planned.rounds());
                entry.put(
                        "rate",
                        workload.rate().isMax() ? "max" : workload.rate().perSecond());
                entry.put("messageBytes", workload.message().bytes());
                cells.add(entry);
            } else {
                entry.put("reason", planned.notOffered().orElseThrow());
                notOffered.add(entry);
            }
        }
        document.put("cells", cells);
        document.put("notOffered", notOffered);
        return document;
    }

    private static String seconds(long millis) {
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    private static String minutes(long seconds) {
        return seconds / 60 + " min " + seconds % 60 + " s";
    }
}
