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
            case FASTER -> difference(comparison, figure, left, right, ratio);
            case SLOWER -> difference(comparison, figure, right, left, ratio.inverse());
            case NO_DIFFERENCE_SHOWN -> noDifference(comparison, figure, left, right, ratio);
        };
        return doubtful.isEmpty() ? answer : answer.and(" (" + verdicts(doubtful) + ")");
    }

    /** @param ratio of the faster to the slower */
    private Prose difference(
            ComparisonRecord comparison, ComparedFigure figure, CellRecord faster, CellRecord slower, Ratio ratio) {
        Ratio shown = figure.moreIsBetter() ? ratio : ratio.inverse();
        String answer = figure.moreIsBetter()
                ? name(faster) + " moves " + shown + " what " + name(slower) + " does"
                : name(faster) + " answers " + shown + " sooner than " + name(slower);
        return Prose.strong(answer)
                .and(": " + figure.name() + figure.sides(faster, slower) + Reservation.ranks(comparison, shown) + ".");
    }

    /** The interval is that of this comparison alone; what takes back that it shows something is said. */
    private Prose noDifference(
            ComparisonRecord comparison, ComparedFigure figure, CellRecord left, CellRecord right, Ratio ratio) {
        return Prose.of(name(left) + " and " + name(right) + ": no difference shown in " + figure.name()
                + Reservation.correction(comparison, ratio, correctedFor) + ": " + ratio
                + Reservation.noise(comparison)
                + figure.sides(left, right).replaceFirst("^ ", ", ") + Reservation.ranks(comparison, ratio) + ".");
    }

    private String name(CellRecord cell) {
        return names.of(cell.bus());
    }
}
