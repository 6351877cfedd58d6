package org.busmark.results.compare;

import java.util.List;
import org.busmark.results.record.ComparisonVerdict;
import org.busmark.results.record.RunDocument;

/**
 * What came of comparing two campaigns.
 *
 * @param a what was there before
 * @param b what is judged
 * @param comparisons by cell, in A's order
 * @param refused what was not compared, with the reason
 * @param capacities that both searched for; information only
 * @param sweeps whose cells have no counterpart; information only
 * @param differences of machine, software, versions, and of settings in effect where the cell is the same
 * @param warnings in words: why a ratio may not be what it seems
 */
public record CampaignComparison(
        ComparedCampaign a,
        ComparedCampaign b,
        List<CellComparison> comparisons,
        List<Refusal> refused,
        List<CapacityChange> capacities,
        List<SweptRates> sweeps,
        List<Differing> differences,
        List<String> warnings) {
    public CampaignComparison {
        comparisons = List.copyOf(comparisons);
        refused = List.copyOf(refused);
        capacities = List.copyOf(capacities);
        sweeps = List.copyOf(sweeps);
        differences = List.copyOf(differences);
        warnings = List.copyOf(warnings);
    }

    /**
     * Compares.
     *
     * @param a what was there before
     * @param b what is judged
     */
    public static CampaignComparison of(RunDocument a, RunDocument b, ProvisioningRule rule) {
        return new CampaignComparer(a, b, rule).compare();
    }

    /** How many comparisons have that verdict. */
    public long count(ComparisonVerdict verdict) {
        return comparisons.stream()
                .filter(comparison -> comparison.verdict() == verdict)
                .count();
    }

    /** How many cells are INVALID in B and were not in A. */
    public long brokenPromises() {
        return refused.stream().filter(Refusal::promiseBroken).count();
    }

    /** Whether B is worse: slower beyond interval and noise floor somewhere, or it broke a promise that A kept. */
    public boolean isRegression() {
        return count(ComparisonVerdict.SLOWER) > 0 || brokenPromises() > 0;
    }
}
