package org.busmark.results.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.busmark.results.campaign.ComparedMetric;
import org.busmark.results.claims.Measurements.Compared;
import org.busmark.results.files.InvalidFileException;
import org.busmark.results.files.OneOf;
import org.busmark.results.files.YamlMapping;
import org.busmark.results.record.ComparisonRecord;
import org.busmark.results.record.ComparisonVerdict;
import org.busmark.results.report.EvidenceText;

/**
 * One bus is faster than another on the same work: more messages a second, or less time. The verdict is that of the
 * document's own comparison. Every metric, guarantee and size that is listed must be there.
 *
 * <p>The value of its evidence says how many times faster: above 1 speaks for the claim, whatever the metric.
 */
record ComparisonCondition(String faster, String than, List<ComparedMetric> metrics, CellChoice choice)
        implements Condition {
    static final Set<String> KEYS = Keys.of(List.of("faster", "than", "metric"), CellChoice.KEYS);

    static ComparisonCondition read(YamlMapping yaml) throws InvalidFileException {
        String faster = yaml.value("faster", Keys::bus);
        String than = yaml.value("than", text -> Keys.otherBus(text, faster));
        List<ComparedMetric> metrics =
                yaml.values("metric", text -> OneOf.named(ComparedMetric.values(), ComparedMetric::id, text, "metric"));
        return new ComparisonCondition(faster, than, metrics, CellChoice.read(yaml));
    }

    @Override
    public List<Finding> findings(Measurements run) {
        List<Finding> findings = new ArrayList<>();
        Map<String, List<String>> missingByReason = new LinkedHashMap<>();
        for (ComparedMetric metric : metrics) {
            for (CellChoice work : choice.each()) {
                List<Compared> found = run.comparisons(faster, than, metric, work);
                found.forEach(compared -> findings.add(finding(run, metric, compared)));
                if (found.isEmpty()) {
                    missingByReason
                            .computeIfAbsent(new Absence(run, work).of(List.of(faster, than)), any -> new ArrayList<>())
                            .add(EvidenceText.figure(metric) + work.words());
                }
            }
        }
        missingByReason.forEach((reason, what) ->
                findings.add(Finding.without(Outcome.MISSING, String.join("; ", what) + ": " + reason)));
        return findings;
    }

    private Finding finding(Measurements run, ComparedMetric metric, Compared compared) {
        ComparisonRecord comparison = compared.comparison();
        boolean isLeft = compared.left().bus().equals(faster);
        double ratio = isLeft ? comparison.ratio() : 1 / comparison.ratio();
        Map<Dimension, String> circumstances = CellChoice.circumstances(
                compared.left().workload(),
                compared.left().guarantee(),
                compared.left().messageBytes());
        circumstances.put(Dimension.FIGURE, EvidenceText.figure(metric));
        circumstances.put(Dimension.BUS, run.text().bus(faster));
        circumstances.put(Dimension.OTHER_BUS, run.text().bus(than));
        return new Finding(
                outcome(comparison.verdict(), isLeft),
                List.of(comparison.left(), comparison.right()),
                run.text().comparison(comparison, compared.left(), compared.right()),
                metric.moreIsBetter() ? ratio : 1 / ratio,
                circumstances);
    }

    private static Outcome outcome(ComparisonVerdict ofLeft, boolean isLeft) {
        return switch (ofLeft) {
            case FASTER -> isLeft ? Outcome.SUPPORTS : Outcome.REFUTES;
            case SLOWER -> isLeft ? Outcome.REFUTES : Outcome.SUPPORTS;
            case NO_DIFFERENCE_SHOWN -> Outcome.SHOWS_NOTHING;
        };
    }
}
