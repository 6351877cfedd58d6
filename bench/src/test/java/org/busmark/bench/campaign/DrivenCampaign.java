package org.busmark.bench.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.busmark.bench.fakes.MortalBrokerAdapter;
import org.busmark.bench.files.BuiltIns;
import org.busmark.bench.progress.ProgressLine;
import org.busmark.traffic.Conditioning;
import org.busmark.workload.BrokerLife;
import org.busmark.workload.Question;
import org.busmark.workload.Work;
import org.busmark.workload.WorkItem;

/**
 * A campaign in a process of its own, for tests that end it: real brokers' processes, real forks, and nothing that takes
 * its time. Run again on the same folder it goes on.
 */
final class DrivenCampaign {
    static final int ROUNDS = 2;
    static final int RUNS = 2 * ROUNDS;

    private DrivenCampaign() {}

    /** @param args the folder to do everything in */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Work work = new Work(
                List.of(new WorkItem(
                        BuiltIns.workloadNamed("small-stream").withTimes(Duration.ofMillis(50), Duration.ofMillis(100)),
                        ROUNDS,
                        Question.FIGURES)),
                ROUNDS,
                BrokerLife.EACH_ROUND);
        CampaignRequest request = new CampaignRequest(
                null,
                work,
                null,
                List.of("loopback", MortalBrokerAdapter.ID),
                List.of(),
                42,
                folder.resolve("out"),
                BrokerMode.NATIVE,
                Map.of(),
                Map.of(),
                folder.resolve("data"),
                List.of("run"));
        CampaignTools tools = new CampaignTools(
                (host, limit) -> new Conditioning.Outcome(true, List.of(1.0)),
                CampaignTools.REAL.forks(),
                CampaignTools.REAL.search());
        System.exit(Campaign.run(request, System.out, ProgressLine.on(System.err), false, tools));
    }
}
