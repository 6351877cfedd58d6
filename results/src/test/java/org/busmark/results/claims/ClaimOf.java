package org.busmark.results.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.busmark.results.files.InvalidFileException;
import org.busmark.results.record.ClaimRecord;
import org.busmark.results.record.ClaimRecord.ClaimVerdict;
import org.busmark.results.record.ClaimRecord.Evidence;

/** A claim as its author writes it, judged by a made-up run. */
final class ClaimOf {
    private static final String HEAD = """
            claims:
              - id: own
                section: team wiki
                statement: Kafka is what we say that it is
                measure: ./busmark run --suite standard
                conditions:
            """;

    private final ClaimRecord judged;

    private ClaimOf(ClaimRecord judged) {
        this.judged = judged;
    }

    /** @param conditions a YAML list, not indented */
    static ClaimOf conditions(String conditions, MadeUpRun run) throws IOException {
        Path file = Files.createTempFile("claims", ".yaml");
        try {
            Files.writeString(file, HEAD + conditions.indent(6));
            List<ClaimRecord> judged = Claims.builtIn().with(file).judge(run.document());
            return new ClaimOf(judged.get(judged.size() - 1));
        } catch (InvalidFileException e) {
            throw new AssertionError(e);
        } finally {
            Files.delete(file);
        }
    }

    ClaimOf is(ClaimVerdict verdict) {
        assertEquals(verdict, judged.verdict(), judged::toString);
        return this;
    }

    /** The whole text of each piece of evidence. */
    ClaimOf because(String... texts) {
        assertEquals(
                List.of(texts), judged.evidence().stream().map(Evidence::text).toList());
        return this;
    }

    Evidence evidence(int at) {
        return judged.evidence().get(at);
    }

    int pieces() {
        return judged.evidence().size();
    }
}
