package org.busmark.results.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.busmark.ledger.Verdict;
import org.busmark.results.campaign.ComparedMetric;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.statistics.Holm;
import org.jspecify.annotations.Nullable;

/** Compares two campaigns, once. */
final class CampaignComparer {
    private final RunDocument a;
    private final RunDocument b;
    private final ProvisioningRule rule;
    private final List<Refusal> refused = new ArrayList<>();
    private final List<ComparedFigures> figures = new ArrayList<>();
    private final Set<Differing> differences = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    CampaignComparer(RunDocument a, RunDocument b, ProvisioningRule rule) {
        this.a = a;
        this.b = b;
        this.rule = rule;
    }

    CampaignComparison compare() {
        circumstances();
        CellPairing pairing = new CellPairing(a, b);
        pairing.pairs().forEach(this::compare);
        refused.addAll(pairing.refused());
        return new CampaignComparison(
                ComparedCampaign.of(a),
                ComparedCampaign.of(b),
                corrected(),
                refused,
                CapacityChange.of(a, b),
                pairing.sweeps(),
                List.copyOf(differences),
                List.copyOf(warnings));
    }

    private void circumstances() {
        if (a.runId().equals(b.runId()) && a.startedAt().equals(b.startedAt())) {
            warnings.add("A and B are the same campaign, " + a.runId() + ": nothing can differ");
        }
        List<Differing> ofMachine = Circumstances.ofMachine(a.environment(), b.environment());
        if (!ofMachine.isEmpty()) {
            warnings.add("A and B did not run on the same machine and software: each ratio is of that too");
        }
        differences.addAll(ofMachine);
        differences.addAll(Circumstances.ofVersions(a, b));
    }

    private void compare(CellPairing.Pair pair) {
        Optional<String> otherwise = otherwiseProvisioned(pair.b().bus());
        if (otherwise.isPresent() && rule == ProvisioningRule.MUST_BE_EQUAL) {
            refused.add(Refusal.of(pair.b(), otherwise.get()));
            return;
        }
        otherwise.ifPresent(
                what -> warnings.add(pair.b().bus() + " is " + what + ": compared because it was asked for"));
        if (pair.a().verdict() == Verdict.INVALID || pair.b().verdict() == Verdict.INVALID) {
            refuseInvalid(pair);
            return;
        }
        if (pair.a().cellId().equals(pair.b().cellId())) {
            pair.settings()
                    .forEach(setting -> differences.add(new Differing(
                            pair.b().bus() + " setting " + setting.what(), setting.inA(), setting.inB())));
        }
        compareFigures(pair);
    }

    private Optional<String> otherwiseProvisioned(String bus) {
        String before = ProvisioningRule.kind(provisioning(a, bus));
        String after = ProvisioningRule.kind(provisioning(b, bus));
        return before.equals(after)
                ? Optional.empty()
                : Optional.of("provisioned in another way: " + before + " in A, " + after + " in B");
    }

    private static @Nullable String provisioning(RunDocument document, String bus) {
        return document.buses().stream()
                .filter(known -> known.bus().equals(bus))
                .findFirst()
                .map(BusRecord::provisioning)
                .orElse(null);
    }

    private void refuseInvalid(CellPairing.Pair pair) {
        boolean inA = pair.a().verdict() == Verdict.INVALID;
        boolean inB = pair.b().verdict() == Verdict.INVALID;
        String where = inA && inB ? "A and B" : inA ? "A" : "B";
        CellRecord invalid = inB ? pair.b() : pair.a();
        String reasons = invalid.reasons().isEmpty() ? "" : ": " + String.join("; ", invalid.reasons());
        refused.add(new Refusal(pair.b().coordinates(), "INVALID in " + where + reasons, inB && !inA));
    }

    private void compareFigures(CellPairing.Pair pair) {
        int found = 0;
        for (ComparedMetric metric : ComparedMetric.of(pair.b().coordinates())) {
            double[] before = ComparedFigures.figures(metric, pair.a());
            double[] after = ComparedFigures.figures(metric, pair.b());
            if (before.length > 0 && after.length > 0) {
                figures.add(ComparedFigures.of(pair, metric, before, after));
                found++;
            } else if (before.length + after.length > 0) {
                refused.add(Refusal.of(pair.b(), "no " + metric.id() + " in " + (before.length == 0 ? "A" : "B")));
                found++;
            }
        }
        if (found == 0) {
            refused.add(Refusal.of(pair.b(), "no figure in A and B"));
        }
    }

    private List<CellComparison> corrected() {
        List<Optional<Double>> p = Holm.adjusted(
                figures.stream().map(known -> known.welch().pValue()).toList());
        List<Optional<Double>> rankP =
                Holm.adjusted(figures.stream().map(ComparedFigures::rankP).toList());
        List<CellComparison> comparisons = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            comparisons.add(figures.get(i).corrected(p.get(i), rankP.get(i)));
        }
        return comparisons;
    }
}
