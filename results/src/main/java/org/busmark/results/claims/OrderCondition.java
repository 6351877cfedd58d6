package org.busmark.results.claims;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.busmark.ledger.Verdict;
import org.busmark.results.files.InvalidFileException;
import org.busmark.results.files.YamlMapping;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.LedgerRecord;
import org.busmark.results.report.EvidenceText;
import org.jspecify.annotations.Nullable;

/**
 * Messages arrive in the order in which they were sent, within the scope in which the bus promises it (its partition),
 * by the ledgers of the chosen cells together.
 *
 * <p>A ledger with messages out of order refutes it even though, and because, it made its cell INVALID; for the claim an
 * INVALID cell never counts. The value of the evidence is how many were out of order.
 */
record OrderCondition(String bus, CellChoice choice) implements Condition {
    static final Set<String> KEYS = Keys.of(List.of("bus"), CellChoice.KEYS);

    static OrderCondition read(YamlMapping yaml) throws InvalidFileException {
        return new OrderCondition(yaml.value("bus", Keys::bus), CellChoice.read(yaml));
    }

    @Override
    public List<Finding> findings(Measurements run) {
        List<CellRecord> delivered = run.cells(bus, choice).stream()
                .filter(cell -> messages(cell.ledger()) > 0)
                .toList();
        List<CellRecord> broken =
                delivered.stream().filter(cell -> outOfOrder(cell.ledger()) > 0).toList();
        if (!broken.isEmpty()) {
            return List.of(finding(run, Outcome.REFUTES, broken));
        }
        List<CellRecord> believed = delivered.stream()
                .filter(cell -> cell.verdict() != Verdict.INVALID)
                .toList();
        return believed.isEmpty()
                ? List.of(Finding.without(
                        Outcome.MISSING, "order" + choice.words() + ": " + new Absence(run, choice).of(List.of(bus))))
                : List.of(finding(run, Outcome.SUPPORTS, believed));
    }

    private Finding finding(Measurements run, Outcome outcome, List<CellRecord> cells) {
        long messages =
                cells.stream().mapToLong(cell -> messages(cell.ledger())).sum();
        long outOfOrder =
                cells.stream().mapToLong(cell -> outOfOrder(cell.ledger())).sum();
        String workloads = cells.stream().map(CellRecord::workload).distinct().collect(Collectors.joining(", "));
        return new Finding(
                outcome,
                cells.stream().map(CellRecord::cellId).toList(),
                run.text().bus(bus) + ": " + EvidenceText.count(outOfOrder) + " of " + EvidenceText.count(messages)
                        + " messages out of order within their partition (" + workloads + ")"
                        + EvidenceText.verdicts(cells),
                (double) outOfOrder,
                Map.of(Dimension.BUS, run.text().bus(bus), Dimension.WORKLOAD, workloads, Dimension.FIGURE, "order"));
    }

    private static long messages(@Nullable LedgerRecord ledger) {
        return ledger == null ? 0 : ledger.ok();
    }

    private static long outOfOrder(@Nullable LedgerRecord ledger) {
        return ledger == null ? 0 : ledger.outOfOrder();
    }
}
