package org.busmark.results.report;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.busmark.results.compare.CampaignComparison;
import org.busmark.results.compare.CellComparison;
import org.busmark.results.compare.ComparedCampaign;
import org.busmark.results.record.ComparisonVerdict;

/** Two campaigns compared, for a terminal and for a pull request. */
public final class CampaignComparisonText {
    private static final String HOW_TO_READ = """
            B / A is the ratio of the geometric means of runs, with its own 95 % interval. B is FASTER or SLOWER only where that still shows after Holm's correction for all rows and exceeds the noise floor: how much either cell differs from itself from one run to the next. Runs of two campaigns do not pair: what changed on the machine between them is in the ratio.
            """;

    private CampaignComparisonText() {}

    /** For a terminal: aligned, and Markdown that can be pasted. ASCII as far as names are. Ends with a line end. */
    public static String of(CampaignComparison comparison) {
        StringBuilder text = new StringBuilder();
        text.append(campaigns(comparison));
        if (!comparison.comparisons().isEmpty()) {
            // A terminal without UTF-8 has no micro sign.
            text.append('\n').append(table(comparison.comparisons()).replace(" \u00b5s ", " us "));
        }
        paragraph(text, new ComparisonNotes(comparison).markdown());
        return text.toString();
    }

    /** For a pull request: the answer and what differs first, the rest folded. Ends with a line end. */
    public static String markdown(CampaignComparison comparison) {
        List<CellComparison> shown = comparison.comparisons().stream()
                .filter(row -> row.verdict() != ComparisonVerdict.NO_DIFFERENCE_SHOWN)
                .toList();
        StringBuilder text = new StringBuilder("### Busmark: B against A\n\n");
        text.append("**").append(summary(comparison)).append(".**\n\n").append(campaigns(comparison));
        if (!shown.isEmpty()) {
            paragraph(text, table(shown));
        }
        paragraph(text, new ComparisonNotes(comparison).markdown());
        if (!comparison.comparisons().isEmpty()) {
            text.append("\n<details><summary>All comparisons</summary>\n\n")
                    .append(table(comparison.comparisons()))
                    .append('\n')
                    .append(HOW_TO_READ)
                    .append("\n</details>\n");
        }
        return text.toString();
    }

    /** The answer in one line, without a full stop. */
    public static String summary(CampaignComparison comparison) {
        int all = comparison.comparisons().size();
        List<String> parts = new ArrayList<>();
        if (all == 0) {
            parts.add("Nothing was compared");
        } else {
            parts.add(differences(comparison, all));
        }
        if (comparison.brokenPromises() > 0) {
            parts.add("INVALID in B and not in A: " + comparison.brokenPromises());
        }
        if (!comparison.refused().isEmpty()) {
            parts.add("not compared: " + comparison.refused().size());
        }
        return String.join("; ", parts);
    }

    private static String differences(CampaignComparison comparison, int all) {
        long slower = comparison.count(ComparisonVerdict.SLOWER);
        long faster = comparison.count(ComparisonVerdict.FASTER);
        if (slower + faster == 0) {
            return "No difference shown in " + all + (all == 1 ? " comparison" : " comparisons");
        }
        return "B is slower in " + slower + " and faster in " + faster + " of " + all + " comparisons";
    }

    private static String campaigns(CampaignComparison comparison) {
        return "- A: " + campaign(comparison.a()) + "\n- B: " + campaign(comparison.b()) + "\n";
    }

    private static String campaign(ComparedCampaign campaign) {
        String version = campaign.commit() == null ? campaign.version() : campaign.version() + " " + campaign.commit();
        return MarkdownText.escape(
                campaign.runId() + ", " + campaign.startedAt().truncatedTo(ChronoUnit.SECONDS)
                        + (campaign.suite() == null ? "" : ", suite " + campaign.suite()) + ", Busmark " + version);
    }

    private static String table(List<CellComparison> rows) {
        return ComparisonTable.of(rows).markdown();
    }

    private static void paragraph(StringBuilder text, String paragraph) {
        if (!paragraph.isEmpty()) {
            text.append('\n').append(paragraph);
        }
    }
}
