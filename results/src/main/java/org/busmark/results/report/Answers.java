package org.busmark.results.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.ComparisonRecord;
import org.busmark.results.record.ComparisonVerdict;
import org.busmark.results.record.RunDocument;

/** The answer in words: a bullet for each piece of work, under it one for each two buses and figure, differences first. */
final class Answers {
    private final RunDocument document;
    private final BusNames names;
    private final Footnotes footnotes;
    private final long correctedFor;

    Answers(RunDocument document, Footnotes footnotes) {
        this.document = document;
        this.footnotes = footnotes;
        this.names = new BusNames(document);
        this.correctedFor = correctedFor(document);
    }

    /** Over how many comparisons Holm's correction went: one round has no p-value and is not among them. */
    static long correctedFor(RunDocument document) {
        return document.comparisons().stream()
                .filter(comparison -> comparison.adjustedP() != null)
                .count();
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        List<CellCoordinates> said = new ArrayList<>();
        for (CellRecord cell : document.cells()) {
            CellCoordinates work = cell.coordinates();
            if (said.stream().noneMatch(work::sameWork)) {
                said.add(work);
                text.append("- ").append(where(work)).append(':').append(what(work));
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
        String sentences = document.comparisons().stream()
                .sorted(Comparator.comparing(Answers::showsNothing))
                .flatMap(comparison -> sentence(comparison, cells).stream())
                .map(sentence -> "\n  - " + sentence)
                .collect(Collectors.joining());
        return (sentences.isEmpty() ? " nothing to compare; " + verdicts(cells) : sentences) + "\n";
    }

    private static boolean showsNothing(ComparisonRecord comparison) {
        return comparison.verdict() == ComparisonVerdict.NO_DIFFERENCE_SHOWN;
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
        ComparedFigure figure = ComparedFigure.of(comparison.metric());
        Ratio ratio = Ratio.of(comparison);
        String answer = switch (comparison.verdict()) {
            case FASTER -> difference(comparison, figure, left, right, ratio);
            case SLOWER -> difference(comparison, figure, right, left, ratio.inverse());
            case NO_DIFFERENCE_SHOWN -> noDifference(comparison, figure, left, right, ratio);
        };
        return doubtful.isEmpty() ? answer : answer + " (" + verdicts(doubtful) + ")";
    }

    /** @param ratio of the faster to the slower */
    private String difference(
            ComparisonRecord comparison, ComparedFigure figure, CellRecord faster, CellRecord slower, Ratio ratio) {
        Ratio shown = figure.moreIsBetter() ? ratio : ratio.inverse();
        String answer = figure.moreIsBetter()
                ? name(faster) + " moves " + shown + " what " + name(slower) + " does"
                : name(faster) + " answers " + shown + " sooner than " + name(slower);
        return "**" + answer + "**: " + figure.name() + figure.sides(faster, slower)
                + Reservation.ranks(comparison, shown) + ".";
    }

    /** The interval is that of this comparison alone; what takes back that it shows something is said. */
    private String noDifference(
            ComparisonRecord comparison, ComparedFigure figure, CellRecord left, CellRecord right, Ratio ratio) {
        return name(left) + " and " + name(right) + ": no difference shown in " + figure.name()
                + Reservation.correction(comparison, ratio, correctedFor) + ": " + ratio
                + Reservation.noise(comparison)
                + figure.sides(left, right).replaceFirst("^ ", ", ") + Reservation.ranks(comparison, ratio) + ".";
    }

    private String name(CellRecord cell) {
        return MarkdownText.escape(names.of(cell.bus()));
    }
}
