package org.busmark.bench.campaign;

import java.io.IOException;
import java.util.List;
import org.busmark.bench.hosting.BusHost;
import org.busmark.bench.walkthrough.Walkthrough;
import org.busmark.bus.BusSettings;
import org.busmark.results.record.WalkthroughRecord;
import org.busmark.workload.Cell;
import org.busmark.workload.Shape;

/**
 * Cells that are not measured but walked through.
 *
 * @param store that keeps what came of them
 */
record Walkthroughs(CampaignStore store) {
    static boolean isWalkthrough(Cell cell) {
        return cell.workload().shape() == Shape.WALKTHROUGH;
    }

    void take(BusHost host, Cell cell) throws IOException {
        BusSettings settings =
                new BusSettings(host.connection(), cell.workload().settingsFor(cell.bus()));
        List<WalkthroughRecord> taken = new Walkthrough(host.adapter(), settings).run();
        store.update(known -> known.withWalkthroughs(taken));
    }
}
