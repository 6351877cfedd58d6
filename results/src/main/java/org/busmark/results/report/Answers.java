package org.busmark.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busmark.ledger.Verdict;
import org.busmark.results.campaign.ComparedMetric;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.ComparisonRecord;
import org.busmark.results.record.RunDocument;

/** The answer in words: one bullet for each piece of work, one sentence for each two buses. */
final class Answers {
    private final RunDocument document;
    private final BusNames names;
    private final Footnotes footnotes;

    Answers(RunDocument document, Footnotes footnotes) {
        this.document = document;
        this.footnotes = footnotes;
        this.names = new BusNames(document);
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        List<CellCoordinates> said = new ArrayList<>();
        for (CellRecord cell : document.cells()) {
            CellCoordinates work = cell.coordinates();
            if (said.stream().noneMatch(work::sameWork)) {
                said.add(work);
                text.append("- ")
                        .append(where(work))
                        .append(": ")
                        .append(what(work))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String where(CellCoordinates work) {
        String load = switch (work.load()) {
            case CLOSED_LOOP -> "closed loop";
            case OPEN_LOOP -> "open loop at " + offered(work);
            case ROUND_TRIP -> "one message at a time";
        };
        return "At " + work.guarantee() + ", " + Figures.size(work.messageBytes()) + ", " + load + " ("
                + MarkdownText.escape(work.workload()) + ")";
    }

    private static String offered(CellCoordinates work) {
        Double perSecond = work.rate().perSecond();
        return perSecond == null ? "max" : Figures.grouped(Math.round(perSecond)) + " msg/s";
    }

    private String what(CellCoordinates work) {
        List<CellRecord> cells = document.cells().stream()
                .filter(cell -> cell.coordinates().sameWork(work))
                .toList();
        List<String> sentences = document.comparisons().stream()
                .flatMap(comparison -> sentence(comparison, cells).stream())
                .toList();
        return sentences.isEmpty() ? "nothing to compare; " + verdicts(cells) : String.join(" ", sentences);
    }

    private String verdicts(List<CellRecord> cells) {
        return cells.stream()
                        .map(cell -> name(cell) + " is " + footnotes.verdict(cell))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private List<String> sentence(ComparisonRecord comparison, List<CellRecord> cells) {
        for (CellRecord left : cells) {
            for (CellRecord right : cells) {
                if (left.cellId().equals(comparison.left()) && right.cellId().equals(comparison.right())) {
                    return List.of(sentence(comparison, left, right));
                }
            }
        }
        return List.of();
    }

    private String sentence(ComparisonRecord comparison, CellRecord left, CellRecord right) {
        List<CellRecord> doubtful = Stream.of(left, right)
                .filter(cell -> cell.verdict() != Verdict.VALID)
                .toList();
        String answer = switch (comparison.verdict()) {
            case FASTER -> difference(comparison, left, right, Ratio.of(comparison));
            case SLOWER ->
                difference(comparison, right, left, Ratio.of(comparison).inverse());
            case NO_DIFFERENCE_SHOWN ->
                name(left) + " and " + name(right) + ": no difference shown in " + figure(comparison) + " ("
                        + Ratio.of(comparison) + ").";
        };
        return doubtful.isEmpty() ? answer : answer + " (" + verdicts(doubtful) + ")";
    }

    private String difference(ComparisonRecord comparison, CellRecord faster, CellRecord slower, Ratio ratio) {
        return comparison.metric().equals(ComparedMetric.THROUGHPUT.id())
                ? "**" + name(faster) + " moves " + ratio + " what " + name(slower) + " does.**"
                : "**" + name(faster) + " answers in " + ratio + " the time of " + name(slower) + "** ("
                        + figure(comparison) + ").";
    }

    private String name(CellRecord cell) {
        return MarkdownText.escape(names.of(cell.bus()));
    }

    private static String figure(ComparisonRecord comparison) {
        if (comparison.metric().equals(ComparedMetric.THROUGHPUT.id())) {
            return "throughput";
        }
        return MarkdownText.escape(comparison.metric().replace(".", " ").replace("Us", ""));
    }
}
