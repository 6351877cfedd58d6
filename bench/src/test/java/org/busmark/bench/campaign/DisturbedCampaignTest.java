package org.busmark.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.busmark.results.record.RunRecord;
import org.busmark.results.report.MarkdownReport;
import org.busmark.workload.BrokerLife;
import org.busmark.workload.Question;
import org.busmark.workload.Work;
import org.busmark.workload.WorkItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a campaign does on a machine that others use. */
final class DisturbedCampaignTest {
    @TempDir
    Path folder;

    private FakeCampaign campaign() {
        Work work = new Work(List.of(new WorkItem(FakeCampaign.OPEN, 2, Question.FIGURES)), 2, BrokerLife.ONCE);
        FakeCampaign campaign = new FakeCampaign(folder, work, "loopback");
        campaign.forks().disturb(1);
        return campaign;
    }

    private static List<String> made(FakeCampaign campaign) throws IOException {
        return campaign.document().cells().get(0).runs().stream()
                .map(RunRecord::made)
                .map(String::valueOf)
                .toList();
    }

    @Test
    void aDisturbedRunIsMadeAgainWhereThereIsTime() throws IOException {
        FakeCampaign campaign = campaign();
        assertEquals(ExitStatus.OK, campaign.run(campaign.request(42, Duration.ofHours(1))), campaign::told);
        assertEquals(3, campaign.forks().runs().size());
        assertEquals(List.of("2", "null"), made(campaign));
        assertTrue(MarkdownReport.of(campaign.document()).contains("1 of 2 runs were made again"));
    }

    @Test
    void whereNoTimeWasPromisedItStands() throws IOException {
        FakeCampaign campaign = campaign();
        assertEquals(ExitStatus.OK, campaign.run(), campaign::told);
        assertEquals(List.of("null", "null"), made(campaign));
    }

    @Test
    void soItDoesWhereThereIsNoTimeLeft() throws IOException {
        FakeCampaign campaign = campaign();
        assertEquals(ExitStatus.OK, campaign.run(campaign.request(42, Duration.ofSeconds(1))), campaign::told);
        assertEquals(List.of("null", "null"), made(campaign));
    }
}
