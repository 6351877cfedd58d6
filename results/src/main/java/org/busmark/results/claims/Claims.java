package org.busmark.results.claims;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.busmark.results.files.InvalidFileException;
import org.busmark.results.files.TextFile;
import org.busmark.results.record.ClaimRecord;
import org.busmark.results.record.RunDocument;

/** Claims that can be held against a run. Immutable. */
public final class Claims {
    private static final String SOURCE_DOCUMENT = "/claims/source-document.yaml";

    private final List<Rule> rules;

    private Claims(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The statements of the source document, which Busmark was made to put numbers under. */
    public static Claims builtIn() {
        try {
            return new Claims(ClaimFile.read(TextFile.ofResource(SOURCE_DOCUMENT), Set.of()));
        } catch (InvalidFileException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * These and those of a file after them.
     *
     * @throws InvalidFileException if it cannot be read, is not a file of claims, or repeats an id; one line with the place
     */
    public Claims with(Path file) throws InvalidFileException {
        Set<String> taken = rules.stream().map(rule -> rule.claim().id()).collect(Collectors.toSet());
        List<Rule> all = new ArrayList<>(rules);
        all.addAll(ClaimFile.read(TextFile.read(file), taken));
        return new Claims(all);
    }

    /** In the order of the files. */
    public List<Claim> all() {
        return rules.stream().map(Rule::claim).toList();
    }

    /** Each with its verdict and evidence. A pure function of the document; the claims that stand in it do not matter. */
    public List<ClaimRecord> judge(RunDocument document) {
        Measurements run = new Measurements(document);
        return rules.stream().map(rule -> ClaimJudge.judge(rule, run)).toList();
    }

    /** The document with these claims, judged, in place of its own. */
    public RunDocument judged(RunDocument document) {
        return document.withClaims(judge(document));
    }
}
