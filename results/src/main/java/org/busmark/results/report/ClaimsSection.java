package org.busmark.results.report;

import java.util.List;
import java.util.stream.Stream;
import org.busmark.results.record.ClaimRecord;
import org.busmark.results.record.ClaimRecord.Evidence;
import org.busmark.results.record.RunDocument;
import org.busmark.results.report.Bullets.Bullet;

/** Statements of the source document, what is said of each on this machine, and what that rests on. */
final class ClaimsSection {
    private ClaimsSection() {}

    /** Empty where no claim was judged. */
    static Section of(RunDocument document) {
        if (document.claims().isEmpty()) {
            return new Section("Claims", List.of());
        }
        return new Section(
                "Claims", Stream.<Block>of(table(document), evidence(document)).toList());
    }

    private static Table table(RunDocument document) {
        return Table.ofText(
                List.of("claim", "section", "statement", "verdict"),
                document.claims().stream()
                        .map(claim -> List.of(
                                claim.id(),
                                claim.section(),
                                claim.statement(),
                                claim.verdict().name()))
                        .toList());
    }

    private static Bullets evidence(RunDocument document) {
        return new Bullets(document.claims().stream()
                .filter(claim -> !claim.evidence().isEmpty())
                .map(ClaimsSection::evidence)
                .toList());
    }

    private static Bullet evidence(ClaimRecord claim) {
        return new Bullet(
                Prose.of(claim.id() + ", " + claim.verdict() + ":"),
                claim.evidence().stream()
                        .map(Evidence::text)
                        .map(text -> new Bullet(Prose.of(text)))
                        .toList());
    }
}
