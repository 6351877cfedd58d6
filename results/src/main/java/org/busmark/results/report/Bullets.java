package org.busmark.results.report;

import java.util.List;
import java.util.stream.Stream;

/** A list whose points may have lists of their own. */
public record Bullets(List<Bullet> points) implements Block {
    public Bullets {
        points = List.copyOf(points);
    }

    /** Points without any below them. */
    static Bullets of(Stream<String> texts) {
        return new Bullets(texts.map(text -> new Bullet(Prose.of(text))).toList());
    }

    @Override
    public String markdown() {
        StringBuilder text = new StringBuilder();
        append(points, "", text);
        return text.toString();
    }

    private static void append(List<Bullet> points, String indent, StringBuilder text) {
        for (Bullet point : points) {
            text.append(indent).append("- ").append(point.text().markdown());
            append(point.below(), indent + "  ", text);
        }
    }

    /**
     * A point.
     *
     * @param below points that belong to it
     */
    public record Bullet(Prose text, List<Bullet> below) {
        public Bullet {
            below = List.copyOf(below);
        }

        Bullet(Prose text) {
            this(text, List.of());
        }
    }
}
