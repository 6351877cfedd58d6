package org.busmark.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.ComparisonRecord;
import org.busmark.results.record.ComparisonVerdict;
import org.busmark.results.record.RunDocument;

/** The answer in words: for each work one sentence for each two buses and figure, differences first. */
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

    /** In the order of the document's cells. */
    List<Answer> list() {
        return Work.of(document).stream().map(this::answer).toList();
    }

    private Answer answer(Work work) {
        List<Prose> shown = new ArrayList<>();
        List<Prose> notShown = new ArrayList<>();
        for (ComparisonRecord comparison : document.comparisons()) {
            List<Prose> kind = comparison.verdict() == ComparisonVerdict.NO_DIFFERENCE_SHOWN ? notShown : shown;
            sentence(comparison, work.cells()).ifPresent(kind::add);
        }
        boolean nothing = shown.isEmpty() && notShown.isEmpty();
        String end = nothing ? ": nothing to compare; " + verdicts(work.cells()) : ":";
        return new Answer(Prose.of(work.title() + end), shown, notShown);
    }

    private String verdicts(List<CellRecord> cells) {
        return cells.stream()
                        .map(cell -> name(cell) + " is " + footnotes.verdict(cell))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private Optional<Prose> sentence(ComparisonRecord comparison, List<CellRecord> cells) {
        for (CellRecord left : cells) {
            for (CellRecord right : cells) {
                if (left.cellId().equals(comparison.left()) && right.cellId().equals(comparison.right())) {
                    return Optional.of(sentence(comparison, left, right));
                }
            }
        }
        return Optional.empty();
    }

    private Prose sentence(ComparisonRecord comparison, CellRecord left, CellRecord right) {
        List<CellRecord> doubtful = Stream.of(left, right)
                .filter(cell -> cell.verdict() != Verdict.VALID)
                .toList();
        ComparedFigure figure = ComparedFigure.of(comparison.metric());
        Ratio ratio = Ratio.of(comparison);
        Prose answer = switch (comparison.verdict()) {
            case FASTER -> difference(figure, left, right, ratio);
            case SLOWER -> difference(figure, right, left, ratio.inverse());
            case NO_DIFFERENCE_SHOWN -> noDifference(figure, left, right, ratio);
        };
        return doubtful.isEmpty() ? answer : answer.and(" (" + verdicts(doubtful) + ")");
    }

    /** @param ratio of the faster to the slower */
    private Prose difference(ComparedFigure figure, CellRecord faster, CellRecord slower, Ratio ratio) {
        String answer = figure.moreIsBetter()
                ? name(faster) + " moves " + ratio + " what " + name(slower) + " does"
                : name(faster) + " answers " + ratio.inverse() + " sooner than " + name(slower);
        return Prose.strong(answer).and(": " + figure.name() + figure.sides(faster, slower) + ".");
    }

    /** The interval is that of this comparison alone; where it shows what the correction takes back, that is said. */
    private Prose noDifference(ComparedFigure figure, CellRecord left, CellRecord right, Ratio ratio) {
        return Prose.of(name(left) + " and " + name(right) + ": no difference shown in " + figure.name()
                + (ratio.excludesOne() ? " after correction for " + correctedFor + " comparisons" : "") + ": " + ratio
                + figure.sides(left, right).replaceFirst("^ ", ", ") + ".");
    }

    private String name(CellRecord cell) {
        return names.of(cell.bus());
    }
}
