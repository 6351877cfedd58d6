package org.busmark.bench.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.busmark.bench.campaign.ExitStatus;
import org.busmark.results.compare.CampaignComparison;
import org.busmark.results.compare.ProvisioningRule;
import org.busmark.results.record.RunDocument;
import org.busmark.results.report.CampaignComparisonText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds one run against another. */
@Command(
        name = "compare",
        description = "Compare two runs: another version, setting or machine.",
        footer = {
            "",
            "Exit status 3 if B is worse: slower beyond interval and noise floor, or INVALID where A was not;",
            "2 if the two have nothing that can be compared."
        })
final class CompareCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(index = "0", paramLabel = "DIR_A", description = "Folder of the run that was there before.")
    Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "DIR_B", description = "Folder of the run that is judged.")
    Path after = Path.of("");

    @Option(names = "--json", description = "One JSON document on standard output.")
    boolean json;

    @Option(names = "--markdown", description = "Markdown for a pull request on standard output.")
    boolean markdown;

    @Option(
            names = "--github",
            paramLabel = "DIR",
            description = "Also write B's figures as github-action-benchmark reads them.")
    @Nullable
    Path github;

    @Option(
            names = "--across-provisioning",
            description = "Compare a bus whose broker was had in another way: native, external, docker.")
    boolean acrossProvisioning;

    @Mixin
    HelpOption help = new HelpOption();

    CompareCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        if (json && markdown) {
            throw CommandFailure.usage("--json and --markdown exclude each other");
        }
        RunDocument a = RunFolders.document(before);
        RunDocument b = RunFolders.document(after);
        CampaignComparison comparison = CampaignComparison.of(
                a, b, acrossProvisioning ? ProvisioningRule.MAY_DIFFER : ProvisioningRule.MUST_BE_EQUAL);
        if (github != null) {
            GithubFiles.write(github, b, comparison);
        }
        PrintStream out = around.out();
        out.write(text(comparison).getBytes(StandardCharsets.UTF_8));
        out.flush();
        around.err().println("busmark: " + CampaignComparisonText.summary(comparison));
        if (comparison.isRegression()) {
            return ExitStatus.REGRESSION;
        }
        return comparison.comparisons().isEmpty() ? ExitStatus.USAGE : ExitStatus.OK;
    }

    private String text(CampaignComparison comparison) {
        if (json) {
            return JsonText.of(CompareJson.of(comparison)) + "\n";
        }
        return markdown ? CampaignComparisonText.markdown(comparison) : CampaignComparisonText.of(comparison);
    }
}
