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
 * @param interruption of which a walkthrough may have failed
 */
record Walkthroughs(CampaignStore store, Interruption interruption) {
    static boolean isWalkthrough(Cell cell) {
        return cell.workload().shape() == Shape.WALKTHROUGH;
    }

    void take(BusHost host, Cell cell) throws IOException {
        BusSettings settings =
                new BusSettings(host.connection(), cell.workload().settingsFor(cell.bus()));
        List<WalkthroughRecord> taken = new Walkthrough(host.adapter(), settings).run();
        if (!taken.stream().allMatch(WalkthroughRecord::holds)) {
            interruption.holdIfBegunAfterFailure();
        }
        interruption.holdIfBegun();
        store.update(known -> known.withWalkthroughs(taken));
    }
}
