package org.busmark.results.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunRecord;

/**
 * Which cell of A belongs to which of B. First by identity. A setting is part of a cell's identity, so what is left is
 * paired by bus, workload, guarantee, rate and size, if it is alone on both sides, its work is the same as far as both tell,
 * and the settings that it reported differ or nothing but a setting can: that is what somebody wants to see.
 */
final class CellPairing {
    /** Of an equal work only a setting makes another identity; one that died before it connected reported none. */
    private static final String UNREPORTED = "a setting that was not reported (cellId)";

    private final List<CellRecord> leftInA;
    private final List<CellRecord> leftInB;
    private final List<Pair> pairs = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final List<CellCoordinates> sweptInA = new ArrayList<>();
    private final List<CellCoordinates> sweptInB = new ArrayList<>();

    /** @param settings that differ between the two */
    record Pair(CellRecord a, CellRecord b, List<Differing> settings) {}

    CellPairing(RunDocument a, RunDocument b) {
        leftInA = new ArrayList<>(a.cells());
        leftInB = new ArrayList<>(b.cells());
        for (CellRecord cell : a.cells()) {
            b.cell(cell.cellId()).ifPresent(same -> pair(cell, same, differing(cell, same)));
        }
        pairNamesakes(CellCoordinates::sameWork);
        pairNamesakes(CellCoordinates::sameNames);
        leftOver(leftInA, b, "A", SweptRates.cellIds(a), sweptInA);
        leftOver(leftInB, a, "B", SweptRates.cellIds(b), sweptInB);
    }

    List<Pair> pairs() {
        return pairs;
    }

    List<Refusal> refused() {
        return refused;
    }

    List<SweptRates> sweeps() {
        return SweptRates.of(sweptInA, sweptInB);
    }

    private void pair(CellRecord inA, CellRecord inB, List<Differing> settings) {
        pairs.add(new Pair(inA, inB, settings));
        leftInA.remove(inA);
        leftInB.remove(inB);
    }

    private void pairNamesakes(BiPredicate<CellCoordinates, CellCoordinates> same) {
        for (CellRecord cell : List.copyOf(leftInA)) {
            List<CellRecord> there = namesakes(cell, leftInB, same);
            if (namesakes(cell, leftInA, same).size() == 1 && there.size() == 1) {
                pairNamesake(cell, there.get(0));
            }
        }
    }

    private void pairNamesake(CellRecord inA, CellRecord inB) {
        List<Differing> work = Differing.ofSettings(inA.work(), inB.work());
        List<Differing> settings = differing(inA, inB);
        boolean isWorkKnown = !inA.work().isEmpty() && !inB.work().isEmpty();
        if (!work.isEmpty()) {
            refuse(inA, inB, "not the same work: " + Differing.inWords(work));
        } else if (!settings.isEmpty()) {
            pair(inA, inB, settings);
        } else if (isWorkKnown) {
            pair(inA, inB, List.of(new Differing(UNREPORTED, inA.cellId(), inB.cellId())));
        } else {
            refuse(
                    inA,
                    inB,
                    "not the same work, though no setting of the bus differs: its cellId in A is " + inA.cellId()
                            + "; window, times, keys, partitions or the like differ");
        }
    }

    private void refuse(CellRecord inA, CellRecord inB, String reason) {
        leftInA.remove(inA);
        leftInB.remove(inB);
        refused.add(Refusal.of(inB, reason));
    }

    private static List<CellRecord> namesakes(
            CellRecord cell, List<CellRecord> among, BiPredicate<CellCoordinates, CellCoordinates> same) {
        return among.stream()
                .filter(other -> other.bus().equals(cell.bus()) && same.test(other.coordinates(), cell.coordinates()))
                .toList();
    }

    private static List<Differing> differing(CellRecord inA, CellRecord inB) {
        return Differing.ofSettings(settings(inA), settings(inB));
    }

    /** Of the first run that reported some; one that died before it connected has none. */
    private static Map<String, String> settings(CellRecord cell) {
        return cell.runs().stream()
                .map(RunRecord::settings)
                .filter(settings -> !settings.isEmpty())
                .findFirst()
                .orElse(Map.of());
    }

    private void leftOver(
            List<CellRecord> cells, RunDocument other, String side, Set<String> sweep, List<CellCoordinates> swept) {
        for (CellRecord cell : cells) {
            if (sweep.contains(cell.cellId())) {
                swept.add(cell.coordinates());
            } else {
                refused.add(Refusal.of(cell, "only in " + side + why(cell, other)));
            }
        }
    }

    private static String why(CellRecord cell, RunDocument other) {
        for (BusRecord bus : other.buses()) {
            BusRecord.NotMeasured missing = bus.notMeasured();
            if (bus.bus().equals(cell.bus()) && missing != null) {
                return "; the other could not measure " + cell.bus() + ": " + missing.reason();
            }
        }
        return other.notOffered().stream()
                .filter(offer -> offer.bus().equals(cell.bus())
                        && offer.workload().equals(cell.workload())
                        && offer.guarantee() == cell.guarantee())
                .map(offer -> "; not offered in the other: " + offer.reason())
                .findFirst()
                .orElse("");
    }
}
