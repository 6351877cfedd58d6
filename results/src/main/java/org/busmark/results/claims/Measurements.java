package org.busmark.results.claims;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.busmark.ledger.Verdict;
import org.busmark.results.campaign.ComparedMetric;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.ComparisonRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.report.EvidenceText;

/** A document as conditions ask for it. What is INVALID cannot be had here, whoever wrote the document. */
final class Measurements {
    private final RunDocument document;
    private final EvidenceText text;

    Measurements(RunDocument document) {
        this.document = document;
        this.text = new EvidenceText(document);
    }

    RunDocument document() {
        return document;
    }

    EvidenceText text() {
        return text;
    }

    Optional<BusRecord> bus(String id) {
        return document.buses().stream().filter(bus -> bus.bus().equals(id)).findFirst();
    }

    /** Of whatever verdict. */
    List<CellRecord> cells(String bus, CellChoice choice) {
        return document.cells().stream()
                .filter(cell -> cell.bus().equals(bus))
                .filter(cell -> choice.matches(cell.workload(), cell.guarantee(), cell.messageBytes()))
                .toList();
    }

    /** Of these two buses, in whichever order they stand. */
    List<Compared> comparisons(String one, String other, ComparedMetric metric, CellChoice choice) {
        return document.comparisons().stream()
                .filter(comparison -> comparison.metric().equals(metric.id()))
                .flatMap(this::compared)
                .filter(compared -> compared.isOf(one, other))
                .filter(compared -> choice.matches(
                        compared.left().workload(),
                        compared.left().guarantee(),
                        compared.left().messageBytes()))
                .toList();
    }

    private Stream<Compared> compared(ComparisonRecord comparison) {
        Optional<CellRecord> left = believed(comparison.left());
        Optional<CellRecord> right = believed(comparison.right());
        return left.isPresent() && right.isPresent()
                ? Stream.of(new Compared(comparison, left.get(), right.get()))
                : Stream.empty();
    }

    private Optional<CellRecord> believed(String cellId) {
        return document.cell(cellId).filter(cell -> cell.verdict() != Verdict.INVALID);
    }

    /** A comparison and its two cells. */
    record Compared(ComparisonRecord comparison, CellRecord left, CellRecord right) {
        private boolean isOf(String one, String other) {
            return (left.bus().equals(one) && right.bus().equals(other))
                    || (left.bus().equals(other) && right.bus().equals(one));
        }
    }
}
