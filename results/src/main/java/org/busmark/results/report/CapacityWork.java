package org.busmark.results.report;

import java.util.ArrayList;
import java.util.List;
import org.busmark.bus.Guarantee;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.RunDocument;

/**
 * Capacities of one workload at one guarantee, which may stand in one picture.
 *
 * @param capacities at least one, of a bus each
 */
public record CapacityWork(List<CapacityRecord> capacities) {
    public CapacityWork {
        capacities = List.copyOf(capacities);
    }

    /** In the order of the document. */
    public static List<CapacityWork> of(RunDocument document) {
        List<List<CapacityRecord>> works = new ArrayList<>();
        for (CapacityRecord capacity : document.capacities()) {
            works.stream()
                    .filter(work -> sameWork(work.get(0), capacity))
                    .findFirst()
                    .orElseGet(() -> {
                        List<CapacityRecord> work = new ArrayList<>();
                        works.add(work);
                        return work;
                    })
                    .add(capacity);
        }
        return works.stream().map(CapacityWork::new).toList();
    }

    /** Such as {@code At PERSISTED, 1 KiB, highest rate with response p99 within 50.0 ms (steady)}. */
    public String title() {
        CapacityRecord any = capacities.get(0);
        return "At " + guarantee() + ", " + Figures.size(any.messageBytes())
                + ", highest rate with response p99 within " + Unit.MICROSECONDS.format(any.objectiveUs()) + " ("
                + any.workload() + ")";
    }

    /** What all of them had to meet. */
    public double objectiveUs() {
        return capacities.get(0).objectiveUs();
    }

    private Guarantee guarantee() {
        return capacities.get(0).guarantee();
    }

    private static boolean sameWork(CapacityRecord one, CapacityRecord other) {
        return one.workload().equals(other.workload())
                && one.guarantee() == other.guarantee()
                && one.messageBytes() == other.messageBytes()
                && one.objectiveUs() == other.objectiveUs();
    }
}
