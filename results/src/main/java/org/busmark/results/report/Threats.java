package org.busmark.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.busmark.results.record.Bounds;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.EnvironmentRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesKind;
import org.busmark.results.record.SeriesRecord;

/** What speaks against carrying the figures elsewhere, made from what is known of the machine and the campaign. */
final class Threats {
    private static final int FEW_CORES = 8;
    private static final int FEW_ROUNDS = 5;
    private static final double NOTICEABLE = 0.01;
    private static final double IDLE = 0.25;
    private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs");

    private final RunDocument document;
    private final List<String> found = new ArrayList<>();

    private Threats(RunDocument document) {
        this.document = document;
    }

    static List<String> of(RunDocument document) {
        Threats threats = new Threats(document);
        threats.found.add("One host over loopback: there is no network in these figures, and no cluster.");
        threats.ofMachine(document.environment());
        threats.ofCampaign();
        return List.copyOf(threats.found);
    }

    private void ofMachine(EnvironmentRecord machine) {
        Integer cores = machine.cores();
        if (cores != null && cores < FEW_CORES) {
            found.add("Producers, consumers and broker shared " + cores
                    + " processors: a client's CPU is taken from its broker.");
        }
        String fileSystem = machine.dataFileSystem();
        if (fileSystem != null && IN_MEMORY.contains(fileSystem)) {
            found.add("The brokers wrote to " + fileSystem + ", which is memory: what costs a disk cost nothing here.");
        }
        Double load = machine.loadAverageAtStart();
        if (load != null && cores != null && load > IDLE * cores) {
            found.add("The machine was not idle at the start: load " + Figures.significant(load) + " on " + cores
                    + " processors.");
        }
        Double stolen = machine.stolenCpuSeconds();
        Double elapsed = machine.elapsedSeconds();
        if (stolen != null && elapsed != null && cores != null && stolen > NOTICEABLE * elapsed * cores) {
            found.add("The hypervisor took " + Figures.significant(100 * stolen / (elapsed * cores))
                    + " % of the processors' time.");
        }
    }

    private void ofCampaign() {
        int rounds = fewestRounds();
        if (rounds > 0 && rounds < FEW_ROUNDS) {
            found.add(
                    rounds == 1
                            ? "Only one round: there are no intervals, and no difference can be shown."
                            : "Only " + rounds + " rounds: intervals are wide, and small differences cannot be shown.");
        }
        ofRunsMadeAgain();
        long outside =
                document.cells().stream().mapToLong(Threats::samplesOutside).sum();
        if (outside > 0) {
            found.add(Figures.grouped(outside)
                    + " samples were negative or beyond the histograms' range; they are in no percentile.");
        }
        List<BusRecord> provisioned = document.buses().stream()
                .filter(bus -> bus.provisioning() != null)
                .toList();
        if (provisioned.stream().map(Threats::provisioning).distinct().count() > 1) {
            found.add("Brokers were provisioned in different ways: "
                    + provisioned.stream()
                            .map(bus -> bus.displayName() + " " + provisioning(bus))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        if (document.buses().stream().anyMatch(bus -> bus.notMeasured() != null)) {
            found.add("Not every bus that was asked for was measured.");
        }
    }

    private void ofRunsMadeAgain() {
        List<RunRecord> runs =
                document.cells().stream().flatMap(cell -> cell.runs().stream()).toList();
        long again = runs.stream()
                .map(RunRecord::made)
                .filter(made -> made != null && made > 1)
                .count();
        if (again > 0) {
            found.add(again + " of " + runs.size()
                    + " runs were made again, because compilers, the hypervisor or other programs had had too much of the"
                    + " machine; the last of each stands, whatever it shows.");
        }
    }

    /** Of the contestants: a limit runs once. Where nothing else ran, it is what the report is about. */
    private int fewestRounds() {
        boolean contest = document.cells().stream().anyMatch(cell -> Bounds.isContestant(cell.bus()));
        return document.cells().stream()
                .filter(cell -> !contest || Bounds.isContestant(cell.bus()))
                .mapToInt(cell -> cell.runs().size())
                .min()
                .orElse(0);
    }

    /** The kind of provisioning stands before the colon. */
    private static String provisioning(BusRecord bus) {
        return String.valueOf(bus.provisioning()).replaceFirst(":.*", "");
    }

    private static long samplesOutside(CellRecord cell) {
        long outside = 0;
        for (SeriesKind kind : SeriesKind.values()) {
            SeriesRecord series = cell.series(kind);
            outside += series == null ? 0 : series.negative() + series.outOfRange();
        }
        return outside;
    }
}
