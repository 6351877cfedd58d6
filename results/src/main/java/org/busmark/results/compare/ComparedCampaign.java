package org.busmark.results.compare;

import java.time.Instant;
import org.busmark.results.record.RunDocument;
import org.jspecify.annotations.Nullable;

/**
 * Which campaign.
 *
 * @param suite null when the cells were given one by one
 * @param version of Busmark
 * @param commit null when it is not known
 */
public record ComparedCampaign(
        String runId,
        Instant startedAt,
        @Nullable String suite,
        String version,
        @Nullable String commit) {
    static ComparedCampaign of(RunDocument document) {
        return new ComparedCampaign(
                document.runId(),
                document.startedAt(),
                document.suite(),
                document.harness().version(),
                document.harness().commit());
    }
}
