package org.busmark.bench.cli;

import java.nio.file.Path;
import java.util.List;
import org.busmark.bench.campaign.BrokerMode;
import org.busmark.bench.campaign.CampaignRequest;
import org.busmark.bench.plan.Plan;
import org.busmark.bus.BusAdapter;

/**
 * What the options of {@code run} ask for, checked.
 *
 * @param systems to be measured
 * @param bounds beside them
 */
record AskedRun(
        ChosenWork work,
        List<BusAdapter> systems,
        List<BusAdapter> bounds,
        BrokerMode mode,
        ChosenBrokers connections) {
    /** What would be done; refused when that is nothing. */
    Plan plan() {
        Plan plan = Plan.of(work.work(), systems, bounds);
        if (plan.offered().isEmpty()) {
            throw CommandFailure.usage(
                    "nothing to run: " + plan.cells().get(0).notOffered().orElse("no cell is offered"));
        }
        return plan;
    }

    /**
     * The request.
     *
     * @param commandLine words of the command
     */
    CampaignRequest request(long seed, Path results, Path data, List<String> commandLine) {
        return new CampaignRequest(
                work.suiteName(),
                work.work(),
                work.budget(),
                ids(systems),
                ids(bounds),
                seed,
                results,
                mode,
                connections.properties(),
                connections.files(),
                data,
                commandLine);
    }

    private static List<String> ids(List<BusAdapter> buses) {
        return buses.stream().map(BusAdapter::id).toList();
    }
}
