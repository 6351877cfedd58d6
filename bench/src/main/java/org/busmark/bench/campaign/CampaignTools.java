package org.busmark.bench.campaign;

import java.io.IOException;
import java.nio.file.Path;
import org.busmark.bench.capacity.CapacitySearch;
import org.busmark.bench.environment.Stillness;
import org.busmark.bench.hosting.ConditioningWork;
import org.busmark.broker.BrokerSession;
import org.busmark.bus.Guarantee;

/**
 * What takes real time or real processes in a campaign; tests bring their own.
 *
 * @param conditioner warms a broker up
 * @param forks runs cells
 * @param search finds a capacity
 */
record CampaignTools(BusHosts.Conditioner conditioner, Forks forks, Capacities.Search search) {
    static final CampaignTools REAL = new CampaignTools(
            (host, limit) ->
                    host.condition(ConditioningWork.at(Guarantee.FIRE_AND_FORGET), ConditioningWork.untilSteady(limit)),
            CampaignTools::launcher,
            CapacitySearch::find);

    /** Makes what runs cells. */
    @FunctionalInterface
    interface Forks {
        /**
         * Makes it.
         *
         * @param out the campaign's folder
         * @param histograms whether runs leave their interval logs there
         */
        Launcher open(BrokerSession session, Path out, boolean histograms) throws IOException;
    }

    private static Launcher launcher(BrokerSession session, Path out, boolean histograms) throws IOException {
        ForkLauncher all = new ForkLauncher(session, out);
        ForkLauncher launcher = histograms ? all : all.withoutHistograms();
        Stillness before = Stillness.ofMachine();
        return (host, cell, round, run) -> {
            before.await();
            return launcher.run(host, cell, round, run);
        };
    }
}
