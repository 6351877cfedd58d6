package org.busmark.results.campaign;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.busmark.results.record.CostRecord;
import org.busmark.results.record.RunRecord;
import org.busmark.results.statistics.Median;
import org.jspecify.annotations.Nullable;

/** The cost of a cell: the median of its runs for what is spent, the largest for what must be there. */
final class Costs {
    private Costs() {}

    static @Nullable CostRecord of(List<RunRecord> runs) {
        List<CostRecord> costs =
                runs.stream().map(RunRecord::cost).filter(Objects::nonNull).toList();
        if (costs.isEmpty()) {
            return null;
        }
        return new CostRecord(
                median(costs, CostRecord::clientCpuSecondsPerMillion),
                median(costs, CostRecord::brokerCpuSecondsPerMillion),
                largest(costs, CostRecord::clientPeakMemoryBytes),
                largest(costs, CostRecord::brokerPeakMemoryBytes),
                median(costs, CostRecord::brokerWrittenBytesPerMillion),
                median(costs, CostRecord::pacingCpuSecondsPerMillion));
    }

    private static @Nullable Double median(List<CostRecord> costs, Function<CostRecord, @Nullable Double> figure) {
        double[] figures = costs.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return figures.length == 0 ? null : Double.valueOf(Median.of(figures));
    }

    private static @Nullable Long largest(List<CostRecord> costs, Function<CostRecord, @Nullable Long> figure) {
        return costs.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .max(Long::compare)
                .orElse(null);
    }
}
