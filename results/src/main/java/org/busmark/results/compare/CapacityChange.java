package org.busmark.results.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busmark.bus.Guarantee;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;
import org.jspecify.annotations.Nullable;

/**
 * A capacity that both campaigns searched for. Each found it once, so there is no interval and no verdict.
 *
 * @param perSecondA messages a second; null when no rate was sustained
 * @param perSecondB the same
 * @param ratio B over A; null when one is missing or 0, or objectives or work differ
 * @param note what to beware of, in words; null when there is nothing
 */
public record CapacityChange(
        String bus,
        String workload,
        Guarantee guarantee,
        int messageBytes,
        @Nullable Double perSecondA,
        @Nullable Double perSecondB,
        @Nullable Double ratio,
        @Nullable String note) {
    static List<CapacityChange> of(RunDocument a, RunDocument b) {
        List<CapacityChange> changes = new ArrayList<>();
        for (CapacityRecord before : a.capacities()) {
            b.capacities().stream()
                    .filter(after -> isSameSearch(before, after))
                    .findFirst()
                    .ifPresent(after -> changes.add(of(before, after, differingWork(a, before, b, after))));
        }
        return changes;
    }

    private static boolean isSameSearch(CapacityRecord one, CapacityRecord other) {
        return one.bus().equals(other.bus())
                && one.workload().equals(other.workload())
                && one.guarantee() == other.guarantee()
                && one.messageBytes() == other.messageBytes();
    }

    /** As the cells of the sweeps tell it; without a sweep nobody does. The objective is told by the search itself. */
    private static List<Differing> differingWork(RunDocument a, CapacityRecord inA, RunDocument b, CapacityRecord inB) {
        return Differing.ofSettings(work(a, inA), work(b, inB)).stream()
                .filter(one -> !one.what().equals("objective"))
                .toList();
    }

    private static Map<String, String> work(RunDocument document, CapacityRecord capacity) {
        return capacity.sweep().stream()
                .flatMap(point -> document.cell(point.cellId()).stream())
                .map(CellRecord::work)
                .findFirst()
                .orElse(Map.of());
    }

    private static CapacityChange of(CapacityRecord a, CapacityRecord b, List<Differing> work) {
        boolean sameObjective = a.objectiveUs() == b.objectiveUs();
        return new CapacityChange(
                b.bus(),
                b.workload(),
                b.guarantee(),
                b.messageBytes(),
                a.perSecond(),
                b.perSecond(),
                sameObjective && work.isEmpty() ? ratio(a.perSecond(), b.perSecond()) : null,
                note(a, b, sameObjective, work));
    }

    private static @Nullable Double ratio(@Nullable Double before, @Nullable Double after) {
        return before != null && after != null && before > 0 && after > 0 ? Double.valueOf(after / before) : null;
    }

    private static @Nullable String note(
            CapacityRecord a, CapacityRecord b, boolean sameObjective, List<Differing> work) {
        List<String> notes = new ArrayList<>();
        if (!sameObjective) {
            notes.add("objectives differ: p99 of " + a.objectiveUs() + " us in A, " + b.objectiveUs() + " us in B");
        }
        if (!work.isEmpty()) {
            notes.add("not the same work: " + Differing.inWords(work));
        }
        Optional.ofNullable(a.reason()).ifPresent(reason -> notes.add("A: " + reason));
        Optional.ofNullable(b.reason()).ifPresent(reason -> notes.add("B: " + reason));
        return notes.isEmpty() ? null : String.join("; ", notes);
    }
}
