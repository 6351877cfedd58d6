package org.busmark.results.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * On what it depends whether a claim holds: the one or two properties of the findings that tell the outcomes apart, so
 * that findings which agree in them agree in their outcome. Of several such the one with the fewest different values is
 * named, then the first in the order of {@link Dimension}.
 */
final class Dependence {
    private final List<Finding> findings;

    private Dependence(List<Finding> findings) {
        this.findings = findings;
    }

    /** One line without the figures. */
    static String of(List<Finding> findings) {
        Dependence dependence = new Dependence(findings);
        return dependence.candidates().stream()
                .filter(dependence::tellsApart)
                .findFirst()
                .map(dependence::sentence)
                .orElse("depends on several things at once, as the figures show");
    }

    private List<Set<Dimension>> candidates() {
        List<Set<Dimension>> candidates = new ArrayList<>();
        for (Dimension one : Dimension.values()) {
            candidates.add(EnumSet.of(one));
        }
        for (Dimension one : Dimension.values()) {
            for (Dimension other : Dimension.values()) {
                if (one.compareTo(other) < 0) {
                    candidates.add(EnumSet.of(one, other));
                }
            }
        }
        candidates.sort(Comparator.<Set<Dimension>>comparingInt(Set::size)
                .thenComparingInt(dimensions -> outcomes(dimensions).size()));
        return candidates;
    }

    private boolean tellsApart(Set<Dimension> dimensions) {
        return outcomes(dimensions).values().stream().allMatch(outcomes -> outcomes.size() == 1);
    }

    private Map<String, Set<Outcome>> outcomes(Set<Dimension> dimensions) {
        Map<String, Set<Outcome>> outcomes = new LinkedHashMap<>();
        for (Finding finding : findings) {
            outcomes.computeIfAbsent(place(finding, dimensions), any -> new LinkedHashSet<>())
                    .add(finding.outcome());
        }
        return outcomes;
    }

    private static String place(Finding finding, Set<Dimension> dimensions) {
        return dimensions.stream().map(finding::circumstance).collect(Collectors.joining(" and "));
    }

    private String sentence(Set<Dimension> dimensions) {
        Map<String, Set<Outcome>> outcomes = outcomes(dimensions);
        String sides = Stream.of(Outcome.values())
                .map(outcome -> side(outcome, outcomes))
                .filter(side -> !side.isEmpty())
                .collect(Collectors.joining("; "));
        return "depends on " + dimensions.stream().map(Dimension::words).collect(Collectors.joining(" and ")) + " ("
                + sides + ")";
    }

    private static String side(Outcome outcome, Map<String, Set<Outcome>> outcomes) {
        String places = outcomes.entrySet().stream()
                .filter(place -> place.getValue().contains(outcome))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        return places.isEmpty() ? "" : outcome.word() + ": " + places;
    }
}
