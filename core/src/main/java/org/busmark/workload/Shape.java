package org.busmark.workload;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busmark.bus.Pattern;

/** What a workload file calls its pattern. */
public enum Shape {
    /** One consumer group. */
    QUEUE(Pattern.QUEUE),
    /** Several consumer groups, each of which receives everything. */
    FAN_OUT(Pattern.FAN_OUT),
    /** Each message is sent back; the next leaves when the answer came. */
    ROUND_TRIP(Pattern.QUEUE),
    /** The source document's own example, step by step. */
    WALKTHROUGH(Pattern.QUEUE);

    private final Pattern needs;

    Shape(Pattern needs) {
        this.needs = needs;
    }

    /** What a bus must offer for it. */
    public Pattern needs() {
        return needs;
    }

    /** As in a file: {@code fan-out}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All texts, for messages. */
    public static String allowed() {
        return Stream.of(values()).map(Shape::text).collect(Collectors.joining(", "));
    }

    /** The shape with this text. */
    public static Optional<Shape> ofText(String text) {
        return Stream.of(values()).filter(shape -> shape.text().equals(text)).findFirst();
    }
}
