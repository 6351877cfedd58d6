package org.busmark.results.record;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code run.json}: a campaign, whole.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION}
 * @param seed of the order in which cells were run
 * @param suite null when the cells were given one by one
 * @param walkthroughs the source document's example, where it was asked for
 * @param capacities where a capacity was searched for; empty in older files
 */
public record RunDocument(
        int schemaVersion,
        String runId,
        Instant startedAt,
        HarnessRecord harness,
        long seed,
        @Nullable String suite,
        EnvironmentRecord environment,
        List<BusRecord> buses,
        List<NotOffered> notOffered,
        List<CellRecord> cells,
        List<ComparisonRecord> comparisons,
        List<ClaimRecord> claims,
        List<WalkthroughRecord> walkthroughs,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<CapacityRecord> capacities) {
    /** Raised when a field changes its name or meaning; fields may be added without. */
    public static final int SCHEMA_VERSION = 1;

    public RunDocument {
        Require.notBlank("runId", runId);
        buses = List.copyOf(buses);
        notOffered = List.copyOf(notOffered);
        cells = List.copyOf(cells);
        comparisons = List.copyOf(comparisons);
        claims = List.copyOf(claims);
        walkthroughs = List.copyOf(walkthroughs);
        capacities = List.copyOf(capacities);
        Set<String> ids = new LinkedHashSet<>();
        for (CellRecord cell : cells) {
            if (!ids.add(cell.cellId())) {
                throw new IllegalArgumentException("cellId stands twice: " + cell.cellId());
            }
        }
    }

    /** The same with these claims in place of its own. */
    public RunDocument withClaims(List<ClaimRecord> judged) {
        return new RunDocument(
                schemaVersion,
                runId,
                startedAt,
                harness,
                seed,
                suite,
                environment,
                buses,
                notOffered,
                cells,
                comparisons,
                judged,
                walkthroughs,
                capacities);
    }

    /** The cell of that identity. */
    public Optional<CellRecord> cell(String cellId) {
        return cells.stream().filter(cell -> cell.cellId().equals(cellId)).findFirst();
    }
}
