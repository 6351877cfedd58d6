package org.busmark.results.claims;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.busmark.results.record.ClaimRecord;
import org.busmark.results.record.ClaimRecord.ClaimVerdict;
import org.busmark.results.record.ClaimRecord.Evidence;

/**
 * Makes one verdict of all that the conditions of a claim found. A verdict is given only when nothing that is missing
 * could change it:
 *
 * <ul>
 *   <li>OUTDATED when a fact has changed, whatever else was found;
 *   <li>DEPENDS when something supports it and something refutes it;
 *   <li>else UNDECIDED when something is missing or open;
 *   <li>else SUPPORTED, REFUTED or NOT_SHOWN when all of it does the same, and DEPENDS when it does not.
 * </ul>
 */
final class ClaimJudge {
    private static final String MORE =
            "a smaller difference may be there all the same: more rounds (--rounds 10) or a quieter machine could show it";

    private ClaimJudge() {}

    static ClaimRecord judge(Rule rule, Measurements run) {
        Claim claim = rule.claim();
        List<Finding> findings = rule.conditions().stream()
                .flatMap(condition -> condition.findings(run).stream())
                .toList();
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        findings.forEach(finding -> outcomes.add(finding.outcome()));
        ClaimVerdict verdict = verdict(outcomes);
        return new ClaimRecord(
                claim.id(), claim.section(), claim.statement(), verdict, evidence(claim, verdict, findings, outcomes));
    }

    static ClaimVerdict verdict(Set<Outcome> outcomes) {
        if (outcomes.contains(Outcome.CHANGED)) {
            return ClaimVerdict.OUTDATED;
        }
        if (outcomes.contains(Outcome.SUPPORTS) && outcomes.contains(Outcome.REFUTES)) {
            return ClaimVerdict.DEPENDS;
        }
        if (outcomes.isEmpty() || !outcomes.stream().allMatch(Outcome::isDecided)) {
            return ClaimVerdict.UNDECIDED;
        }
        if (outcomes.size() > 1) {
            return ClaimVerdict.DEPENDS;
        }
        if (outcomes.contains(Outcome.SUPPORTS)) {
            return ClaimVerdict.SUPPORTED;
        }
        return outcomes.contains(Outcome.REFUTES) ? ClaimVerdict.REFUTED : ClaimVerdict.NOT_SHOWN;
    }

    private static List<Evidence> evidence(
            Claim claim, ClaimVerdict verdict, List<Finding> findings, Collection<Outcome> outcomes) {
        List<Finding> decided = findings.stream()
                .filter(finding -> finding.outcome().isDecided())
                .toList();
        List<Evidence> evidence = new ArrayList<>();
        if (verdict == ClaimVerdict.DEPENDS) {
            evidence.add(words(Dependence.of(decided)));
        }
        findings.forEach(finding -> evidence.add(finding.evidence()));
        if (verdict == ClaimVerdict.NOT_SHOWN) {
            evidence.add(words(MORE));
        }
        if (claim.leavesOut() != null && !decided.isEmpty()) {
            evidence.add(words("not looked at: " + claim.leavesOut()));
        }
        if (claim.measure() != null && outcomes.contains(Outcome.MISSING)) {
            evidence.add(words("to measure what is missing: " + claim.measure()));
        }
        return evidence;
    }

    private static Evidence words(String text) {
        return new Evidence(List.of(), text, null);
    }
}
