package org.busmark.results.picture;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.CellRecord;

/**
 * Cells that stand in one picture: one piece of work on every bus that did it; or, where a run has a single bus, all the
 * work that it did.
 *
 * @param title what they have in common
 * @param subtitle the work, and how often it was done
 * @param fileWords what the picture's file is called after
 * @param members those that have something to show, in the order of the run
 * @param notes which have not, and why
 */
record CellGroup(String title, String subtitle, List<String> fileWords, List<Member> members, List<String> notes) {
    private static final String CAUTION = "* DEGRADED: the figure stands, with a caution that the report names.";

    CellGroup {
        fileWords = List.copyOf(fileWords);
        members = List.copyOf(members);
        notes = List.copyOf(notes);
    }

    /** A cell with its name in the picture. */
    record Member(CellRecord cell, String label, Color colour) {}

    static List<CellGroup> of(RunMaterial run, Predicate<CellRecord> which) {
        List<CellRecord> cells = run.cells().stream().filter(which).toList();
        Set<String> buses = run.cells().stream().map(CellRecord::bus).collect(Collectors.toSet());
        if (cells.isEmpty()) {
            return List.of();
        }
        if (buses.size() == 1) {
            return List.of(ofOneBus(run, cells));
        }
        List<CellGroup> groups = new ArrayList<>();
        List<CellCoordinates> seen = new ArrayList<>();
        for (CellRecord cell : cells) {
            CellCoordinates work = cell.coordinates();
            if (seen.stream().noneMatch(work::sameWork)) {
                seen.add(work);
                groups.add(ofOneWork(
                        run,
                        cells.stream()
                                .filter(other -> work.sameWork(other.coordinates()))
                                .toList()));
            }
        }
        return groups;
    }

    private static CellGroup ofOneWork(RunMaterial run, List<CellRecord> cells) {
        CellRecord first = cells.get(0);
        return grouped(
                Label.name(first.workload()),
                work(first) + ", " + rounds(cells),
                List.of(first.workload(), first.guarantee().name()),
                cells,
                cells.stream().map(cell -> run.name(cell.bus())).toList(),
                cells.stream().map(cell -> run.colour(cell.bus())).toList());
    }

    private static CellGroup ofOneBus(RunMaterial run, List<CellRecord> cells) {
        boolean sameGuarantee =
                cells.stream().map(CellRecord::guarantee).distinct().count() == 1;
        List<Color> colours = new ArrayList<>();
        cells.forEach(cell -> colours.add(cells.size() == 1 ? run.colour(cell.bus()) : Palette.at(colours.size())));
        return grouped(
                run.name(cells.get(0).bus()),
                cells.size() == 1 ? work(cells.get(0)) + ", " + rounds(cells) : rounds(cells),
                List.of(cells.get(0).bus()),
                cells,
                cells.stream()
                        .map(cell -> Label.name(cell.workload()) + (sameGuarantee ? "" : ", " + cell.guarantee()))
                        .toList(),
                colours);
    }

    private static CellGroup grouped(
            String title,
            String subtitle,
            List<String> fileWords,
            List<CellRecord> cells,
            List<String> labels,
            List<Color> colours) {
        List<Member> members = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            CellRecord cell = cells.get(i);
            String label = labels.get(i);
            switch (cell.verdict()) {
                case VALID -> members.add(new Member(cell, label, colours.get(i)));
                case DEGRADED -> members.add(new Member(cell, label + "*", colours.get(i)));
                case INVALID -> notes.add(label + " is INVALID: no figure, no curve.");
            }
        }
        if (cells.stream().anyMatch(cell -> cell.verdict() == Verdict.DEGRADED)) {
            notes.add(CAUTION);
        }
        return new CellGroup(title, subtitle, fileWords, members, notes);
    }

    private static String work(CellRecord cell) {
        Double perSecond = cell.rate().perSecond();
        String load = switch (cell.load()) {
            case CLOSED_LOOP -> "closed loop";
            case ROUND_TRIP -> "one message at a time";
            case OPEN_LOOP -> Label.rate(perSecond == null ? 0 : perSecond) + " open loop";
        };
        return cell.guarantee() + ", " + Label.size(cell.messageBytes()) + ", " + load;
    }

    private static String rounds(List<CellRecord> cells) {
        int rounds = cells.stream().mapToInt(cell -> cell.runs().size()).max().orElse(0);
        return rounds == 1 ? "1 round" : rounds + " rounds";
    }
}
