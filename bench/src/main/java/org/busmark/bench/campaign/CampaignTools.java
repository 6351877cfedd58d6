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
import org.jspecify.annotations.Nullable;

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
            new RealForks(),
            CapacitySearch::find);

    /** Makes what runs cells: for a session, and for the campaign's folder {@code out}. */
    interface Forks {
        /** Each cell in a JVM of its own. */
        Launcher ofCells(BrokerSession session, Path out) throws IOException;

        /** All until it is closed in one JVM. */
        Launcher ofSweeps(BrokerSession session, Path out) throws IOException;

        /** All until it is closed in one JVM, and without interval logs. */
        Launcher ofProbes(BrokerSession session, Path out) throws IOException;
    }

    private static final class RealForks implements Forks {
        @Override
        public Launcher ofCells(BrokerSession session, Path out) throws IOException {
            return new StillLauncher(new ForkLauncher(session, out), null);
        }

        @Override
        public Launcher ofSweeps(BrokerSession session, Path out) throws IOException {
            return sharing(session, out, new ForkLauncher(session, out));
        }

        @Override
        public Launcher ofProbes(BrokerSession session, Path out) throws IOException {
            return sharing(session, out, new ForkLauncher(session, out).withoutHistograms());
        }

        private static Launcher sharing(BrokerSession session, Path out, ForkLauncher launcher) {
            SharedJvm jvm = new SharedJvm(session, ForkLauncher.logs(out).resolve("shared-jvms.log"));
            return new StillLauncher(launcher.in(jvm), jvm);
        }
    }

    /** Waits before each run until the one before it is over for the machine too. */
    private static final class StillLauncher implements Launcher {
        private final Stillness before = Stillness.ofMachine();
        private final ForkLauncher launcher;
        private final @Nullable SharedJvm shared;

        StillLauncher(ForkLauncher launcher, @Nullable SharedJvm shared) {
            this.launcher = launcher;
            this.shared = shared;
        }

        @Override
        public ForkLauncher.Result run(BusHost host, Cell cell, int round, int run) throws IOException {
            before.await();
            return launcher.run(host, cell, round, run);
        }

        @Override
        public boolean isCold() {
            return shared != null && shared.isCold();
        }

        @Override
        public void close() {
            if (shared != null) {
                shared.close();
            }
        }
    }
}
