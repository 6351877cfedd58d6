package org.busmark.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.busmark.bench.campaign.CellSchedule.Turn;
import org.busmark.bench.files.BuiltIns;
import org.busmark.bench.plan.PlannedCell;
import org.busmark.workload.Cell;
import org.junit.jupiter.api.Test;

final class CellScheduleTest {
    private static final List<Cell> CELLS = Stream.of("kafka", "rabbitmq", "zeromq")
            .flatMap(bus -> BuiltIns.workloads().stream().map(workload -> new Cell(bus, workload)))
            .toList();

    @Test
    void everyRoundHoldsEachCellOnce() {
        Random seeds = new Random(7);
        for (int rounds = 1; rounds <= 20; rounds++) {
            List<Turn> turns = schedule(CELLS, rounds, seeds.nextLong());
            assertEquals(rounds * CELLS.size(), turns.size());
            for (int round = 1; round <= rounds; round++) {
                int wanted = round;
                List<Turn> part = turns.subList((round - 1) * CELLS.size(), round * CELLS.size());
                assertTrue(part.stream().allMatch(turn -> turn.round() == wanted));
                assertEquals(
                        Set.copyOf(CELLS),
                        new HashSet<>(part.stream().map(Turn::cell).toList()));
            }
        }
    }

    @Test
    void theSeedAloneDecides() {
        assertEquals(schedule(CELLS, 5, 42), schedule(CELLS, 5, 42));
        assertNotEquals(cells(schedule(CELLS, 5, 42)), cells(schedule(CELLS, 5, 43)));
    }

    @Test
    void roundsAreNotAllAlike() {
        List<Cell> cells = cells(schedule(CELLS, 5, 42));
        assertNotEquals(cells.subList(0, CELLS.size()), cells.subList(CELLS.size(), 2 * CELLS.size()));
    }

    @Test
    void noTwoRunsShareANumberThoughDrawsRepeat() {
        // Of 300,000 draws out of 2^32, about ten repeat an earlier one.
        List<Turn> turns = schedule(List.of(CELLS.get(0)), 300_000, 1);
        IntStream runs = turns.stream().mapToInt(Turn::run);
        assertEquals(turns.size(), runs.distinct().count());
    }

    @Test
    void noCellsGiveNoTurns() {
        assertEquals(List.of(), CellSchedule.of(List.of(), 3, 1));
    }

    @Test
    void aBoundRunsInTheFirstRoundsOnly() {
        List<PlannedCell> planned = List.of(
                new PlannedCell(CELLS.get(0), 3, Optional.empty()), new PlannedCell(CELLS.get(1), 1, Optional.empty()));
        List<Turn> turns = CellSchedule.of(planned, 3, 42);
        assertEquals(4, turns.size());
        assertEquals(
                1,
                turns.stream().filter(turn -> turn.cell().equals(CELLS.get(1))).count());
    }

    private static List<Turn> schedule(List<Cell> cells, int rounds, long seed) {
        return CellSchedule.of(
                cells.stream()
                        .map(cell -> new PlannedCell(cell, rounds, Optional.empty()))
                        .toList(),
                rounds,
                seed);
    }

    private static List<Cell> cells(List<Turn> turns) {
        return turns.stream().map(Turn::cell).toList();
    }
}
