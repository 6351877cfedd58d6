package org.busmark.results.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the document and whether it holds on this machine.
 *
 * @param section of the document
 */
public record ClaimRecord(String id, String section, String statement, ClaimVerdict verdict, List<Evidence> evidence) {
    public ClaimRecord {
        evidence = List.copyOf(evidence);
    }

    /** What is said of a claim. */
    public enum ClaimVerdict {
        SUPPORTED,
        REFUTED,
        /** On what, with both numbers, says the evidence. */
        DEPENDS,
        /** A fact that changed since. */
        OUTDATED,
        /** No difference above the noise, or this machine cannot show it. */
        NOT_SHOWN,
        /** Not judged yet. */
        UNDECIDED
    }

    /**
     * What a verdict rests on.
     *
     * @param cells cellIds that it rests on
     * @param value null when it is not one number
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Evidence(
            List<String> cells, String text, @Nullable Double value) {
        public Evidence {
            cells = List.copyOf(cells);
        }
    }
}
