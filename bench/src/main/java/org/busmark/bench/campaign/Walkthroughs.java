package org.busmark.bench.campaign;

import java.util.List;
import org.busmark.bench.hosting.BusHost;
import org.busmark.bench.walkthrough.Walkthrough;
import org.busmark.bus.BusSettings;
import org.busmark.results.record.WalkthroughRecord;
import org.busmark.workload.Cell;
import org.busmark.workload.Shape;

/** Cells that are not measured but walked through. */
final class Walkthroughs {
    private Walkthroughs() {}

    static boolean isWalkthrough(Cell cell) {
        return cell.workload().shape() == Shape.WALKTHROUGH;
    }

    static List<WalkthroughRecord> run(BusHost host, Cell cell) {
        BusSettings settings =
                new BusSettings(host.connection(), cell.workload().settingsFor(cell.bus()));
        return new Walkthrough(host.adapter(), settings).run();
    }
}
