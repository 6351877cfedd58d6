package org.busmark.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CellScheduleTest {
    private static final List<Integer> CELLS = IntStream.range(0, 12).boxed().toList();

    @Test
    void everyRoundHoldsEachCellOnce() {
        Random seeds = new Random(7);
        for (int i = 0; i < 100; i++) {
            List<Integer> shuffled = new CellSchedule(seeds.nextLong()).shuffled(CELLS, 1 + i % 5, "cells");
            assertEquals(CELLS.size(), shuffled.size());
            assertEquals(Set.copyOf(CELLS), new HashSet<>(shuffled));
        }
    }

    @Test
    void seedRoundAndWhatIsShuffledDecide() {
        CellSchedule schedule = new CellSchedule(42);
        assertEquals(schedule.shuffled(CELLS, 3, "cells"), new CellSchedule(42).shuffled(CELLS, 3, "cells"));
        assertNotEquals(schedule.shuffled(CELLS, 3, "cells"), new CellSchedule(43).shuffled(CELLS, 3, "cells"));
        assertNotEquals(schedule.shuffled(CELLS, 3, "cells"), schedule.shuffled(CELLS, 4, "cells"));
        assertNotEquals(schedule.shuffled(CELLS, 3, "cells"), schedule.shuffled(CELLS, 3, "buses"));
    }

    @Test
    void overManySeedsAndRoundsEachCellComesFirstAboutAsOften() {
        int[] first = new int[CELLS.size()];
        for (int seed = 0; seed < 600; seed++) {
            for (int round = 1; round <= 5; round++) {
                first[new CellSchedule(seed).shuffled(CELLS, round, "cells").get(0)]++;
            }
        }
        // 250 each; five standard deviations are 76.
        for (int times : first) {
            assertTrue(Math.abs(times - 250) < 76, () -> "a cell came first " + times + " times");
        }
    }

    @Test
    void nothingIsNothing() {
        assertEquals(List.of(), new CellSchedule(1).shuffled(List.of(), 1, "cells"));
    }
}
