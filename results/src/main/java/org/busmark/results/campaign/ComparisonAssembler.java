package org.busmark.results.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.ComparisonRecord;
import org.busmark.results.statistics.Holm;

/**
 * Compares cells that differ in the bus only, paired by rounds, corrected over the whole table, and against the noise
 * floor of each.
 */
public final class ComparisonAssembler {
    private ComparisonAssembler() {}

    /**
     * Compares every two.
     *
     * @param cells in the order in which left comes before right
     * @param bounds buses that are limits and not contestants, such as the loopback; they are not compared
     * @return none for an INVALID cell, or where no round has a figure on both sides
     */
    public static List<ComparisonRecord> compare(List<CellRecord> cells, Set<String> bounds) {
        List<CellRecord> contestants = cells.stream()
                .filter(cell -> !bounds.contains(cell.bus()) && cell.verdict() != Verdict.INVALID)
                .toList();
        List<ComparedPair> pairs = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            for (int j = i + 1; j < contestants.size(); j++) {
                addPairs(contestants.get(i), contestants.get(j), pairs);
            }
        }
        return corrected(pairs);
    }

    private static void addPairs(CellRecord left, CellRecord right, List<ComparedPair> pairs) {
        if (left.bus().equals(right.bus()) || !left.coordinates().sameWork(right.coordinates())) {
            return;
        }
        for (ComparedMetric metric : ComparedMetric.of(left.coordinates())) {
            ComparedPair.of(left, right, metric).ifPresent(pairs::add);
        }
    }

    private static List<ComparisonRecord> corrected(List<ComparedPair> pairs) {
        List<Optional<Double>> p =
                Holm.adjusted(pairs.stream().map(pair -> pair.ratio().pValue()).toList());
        List<Optional<Double>> rankP =
                Holm.adjusted(pairs.stream().map(ComparedPair::rankP).toList());
        List<ComparisonRecord> comparisons = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            comparisons.add(pairs.get(i).record(p.get(i), rankP.get(i)));
        }
        return comparisons;
    }
}
