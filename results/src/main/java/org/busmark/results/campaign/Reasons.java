package org.busmark.results.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.busmark.results.record.RunRecord;

/** The reasons of several runs, each said once. */
final class Reasons {
    private Reasons() {}

    /** A reason that not all runs share says which rounds have it. */
    static List<String> of(List<RunRecord> runs) {
        Map<String, SortedSet<Integer>> roundsByReason = new LinkedHashMap<>();
        for (RunRecord run : runs) {
            for (String reason : run.reasons()) {
                roundsByReason.computeIfAbsent(reason, any -> new TreeSet<>()).add(run.round());
            }
        }
        List<String> reasons = new ArrayList<>();
        roundsByReason.forEach((reason, rounds) ->
                reasons.add(rounds.size() == runs.size() ? reason : rounds(rounds) + ": " + reason));
        return reasons;
    }

    private static String rounds(SortedSet<Integer> rounds) {
        String numbers = rounds.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return (rounds.size() == 1 ? "round " : "rounds ") + numbers;
    }
}
