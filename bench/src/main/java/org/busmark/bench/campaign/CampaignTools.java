package org.busmark.bench.campaign;

import java.io.IOException;
import java.nio.file.Path;
import org.busmark.bench.capacity.CapacitySearch;
import org.busmark.bench.environment.Stillness;
import org.busmark.bench.hosting.BusHost;
import org.busmark.bench.hosting.ConditioningWork;
import org.busmark.broker.BrokerSession;
import org.busmark.bus.Guarantee;
import org.busmark.workload.Cell;

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
         * Makes it; until it is closed all its runs are made in one JVM.
         *
         * @param out the campaign's folder
         */
        Launcher open(BrokerSession session, Path out) throws IOException;
    }

    private static Launcher launcher(BrokerSession session, Path out) throws IOException {
        SharedJvm jvm = new SharedJvm(session, ForkLauncher.logs(out).resolve("forks.log"));
        return new StillLauncher(new ForkLauncher(session, out).in(jvm), jvm);
    }

    /** Waits before each run until the one before it is over for the machine too. */
    private static final class StillLauncher implements Launcher {
        private final Stillness before = Stillness.ofMachine();
        private final ForkLauncher launcher;
        private final SharedJvm jvm;

        StillLauncher(ForkLauncher launcher, SharedJvm jvm) {
            this.launcher = launcher;
            this.jvm = jvm;
        }

        @Override
        public ForkLauncher.Result run(BusHost host, Cell cell, int round, int run, boolean histograms)
                throws IOException {
            before.await();
            return launcher.run(host, cell, round, run, histograms);
        }

        @Override
        public void close() {
            jvm.close();
        }
    }
}
