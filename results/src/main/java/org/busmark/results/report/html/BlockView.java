package org.busmark.results.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.busmark.results.report.Block;
import org.busmark.results.report.Bullets;
import org.busmark.results.report.Command;
import org.busmark.results.report.Heading;
import org.busmark.results.report.Numbered;
import org.busmark.results.report.Prose;
import org.busmark.results.report.Section;
import org.busmark.results.report.Table;
import org.jspecify.annotations.Nullable;

/** A block as the template writes it: all components but one are null. */
record BlockView(
        @Nullable List<Span> prose,
        @Nullable Points bullets,
        @Nullable List<String> steps,
        @Nullable String heading,
        @Nullable String command,
        @Nullable TableView table) {
    /** Whether there is a paragraph to open; within it the template goes from span to span. */
    boolean hasProse() {
        return prose != null;
    }

    boolean hasSteps() {
        return steps != null;
    }

    /** Text of one style; the other three are empty. */
    record Span(String plain, String strong, String emphasis, String code) {}

    /** A list. */
    record Points(List<Point> points) {}

    /**
     * A point of a list.
     *
     * @param id for links; empty where nothing links here
     * @param below null where the point has none below it
     */
    record Point(String id, List<Span> spans, @Nullable Points below) {}

    static List<BlockView> of(Section section, Palette palette) {
        return section.blocks().stream()
                .map(block -> of(section.title(), block, "", palette))
                .toList();
    }

    /** The same, and the points of a list can be linked to: {@code reason-1} is the first. */
    static List<BlockView> linked(Section section, String id, Palette palette) {
        return section.blocks().stream()
                .map(block -> of(section.title(), block, id, palette))
                .toList();
    }

    static List<Span> spans(Prose prose) {
        return prose.spans().stream().map(BlockView::span).toList();
    }

    private static BlockView of(String title, Block block, String id, Palette palette) {
        if (block instanceof Prose prose) {
            return new BlockView(spans(prose), null, null, null, null, null);
        } else if (block instanceof Bullets bullets) {
            return new BlockView(null, points(bullets.points(), id), null, null, null, null);
        } else if (block instanceof Numbered numbered) {
            return new BlockView(null, null, numbered.steps(), null, null, null);
        } else if (block instanceof Heading heading) {
            return new BlockView(null, null, null, heading.text(), null, null);
        } else if (block instanceof Command command) {
            return new BlockView(null, null, null, null, command.text(), null);
        }
        return new BlockView(null, null, null, null, null, TableView.of(title, (Table) block, palette));
    }

    private static Points points(List<Bullets.Bullet> bullets, String id) {
        List<Point> points = new ArrayList<>();
        IntStream.range(0, bullets.size()).forEach(i -> {
            Bullets.Bullet bullet = bullets.get(i);
            points.add(new Point(
                    id.isEmpty() ? "" : id + "-" + (i + 1),
                    spans(bullet.text()),
                    bullet.below().isEmpty() ? null : points(bullet.below(), "")));
        });
        return new Points(points);
    }

    private static Span span(Prose.Span span) {
        String text = span.text();
        return switch (span.style()) {
            case PLAIN -> new Span(text, "", "", "");
            case STRONG -> new Span("", text, "", "");
            case EMPHASIS -> new Span("", "", text, "");
            case CODE -> new Span("", "", "", text);
        };
    }
}
