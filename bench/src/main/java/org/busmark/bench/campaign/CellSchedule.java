package org.busmark.bench.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.busmark.bench.plan.PlannedCell;
import org.busmark.workload.Cell;

/**
 * The order of runs: each round takes every cell of that round once, shuffled, so that what drifts on the machine hits all cells
 * alike. Decided by the seed alone.
 */
final class CellSchedule {
    private CellSchedule() {}

    /**
     * One run to come.
     *
     * @param round from 1
     * @param run number that tells its messages from any other run's
     */
    record Turn(Cell cell, int round, int run) {}

    static List<Turn> of(List<PlannedCell> cells, int rounds, long seed) {
        Random random = new Random(seed);
        Set<Integer> used = new HashSet<>();
        List<Turn> turns = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            int current = round;
            List<PlannedCell> shuffled = new ArrayList<>(
                    cells.stream().filter(cell -> current <= cell.rounds()).toList());
            Collections.shuffle(shuffled, random);
            for (PlannedCell planned : shuffled) {
                turns.add(new Turn(planned.cell(), round, unused(random, used)));
            }
        }
        return turns;
    }

    /** Two runs of one number would take each other's late messages for their own. */
    private static int unused(Random random, Set<Integer> used) {
        int run = random.nextInt();
        while (!used.add(run)) {
            run = random.nextInt();
        }
        return run;
    }
}
