package org.busmark.results.report;

import java.util.List;
import java.util.stream.Collectors;
import org.busmark.results.record.ClaimRecord;
import org.busmark.results.record.ClaimRecord.Evidence;

/** Claims for the terminal: a row each, and below what each verdict rests on. Aligned, and Markdown that can be pasted. */
public final class ClaimsTable {
    private ClaimsTable() {}

    /** All of them with all of their evidence. Ends with a line end. */
    public static String of(List<ClaimRecord> claims) {
        // A terminal without UTF-8 has no micro sign.
        return (table(claims) + "\n" + evidence(claims)).replace(" \u00b5s", " us");
    }

    private static String table(List<ClaimRecord> claims) {
        return Table.ofText(
                        List.of("claim", "section", "verdict", "statement"),
                        claims.stream()
                                .map(claim -> List.of(
                                        claim.id(),
                                        claim.section(),
                                        claim.verdict().name(),
                                        claim.statement()))
                                .toList())
                .markdown();
    }

    private static String evidence(List<ClaimRecord> claims) {
        return claims.stream()
                .map(claim -> "- **" + MarkdownText.escape(claim.id()) + "**: " + claim.verdict() + "\n"
                        + claim.evidence().stream().map(ClaimsTable::bullet).collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    private static String bullet(Evidence evidence) {
        return "  - " + MarkdownText.escape(evidence.text()) + "\n";
    }
}
