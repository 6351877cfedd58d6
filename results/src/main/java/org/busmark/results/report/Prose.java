package org.busmark.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A sentence or a few, parts of which stand out. The text is plain: what anybody wrote may be in it.
 *
 * @param spans one after the other, nothing between them
 */
public record Prose(List<Span> spans) implements Block {
    /** Without words. */
    static final Prose NONE = new Prose(List.of());

    private static final Pattern MARK = Pattern.compile("\\*\\*(.+?)\\*\\*|\\*(.+?)\\*|`(.+?)`");

    public Prose {
        spans = List.copyOf(spans);
    }

    /** How a part stands out. */
    public enum Style {
        PLAIN,
        STRONG,
        EMPHASIS,
        CODE
    }

    /** A part of one style. */
    public record Span(String text, Style style) {}

    static Prose of(String text) {
        return text.isEmpty() ? NONE : new Prose(List.of(new Span(text, Style.PLAIN)));
    }

    static Prose strong(String text) {
        return new Prose(List.of(new Span(text, Style.STRONG)));
    }

    /** A constant of the code with {@code **strong**}, {@code *emphasis*} and {@code `code`} in it; never a name. */
    static Prose marked(String constant) {
        List<Span> spans = new ArrayList<>();
        Matcher mark = MARK.matcher(constant);
        int from = 0;
        while (mark.find()) {
            add(constant.substring(from, mark.start()), Style.PLAIN, spans);
            for (int group = 1; group <= mark.groupCount(); group++) {
                String text = mark.group(group);
                if (text != null) {
                    add(text, Style.values()[group], spans);
                }
            }
            from = mark.end();
        }
        add(constant.substring(from), Style.PLAIN, spans);
        return new Prose(spans);
    }

    private static void add(String text, Style style, List<Span> spans) {
        if (!text.isEmpty()) {
            spans.add(new Span(text, style));
        }
    }

    /** This, then that, without a space between them. */
    Prose and(Prose next) {
        List<Span> both = new ArrayList<>(spans);
        both.addAll(next.spans);
        return new Prose(both);
    }

    Prose and(String next) {
        return and(of(next));
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    /** The words alone. */
    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    @Override
    public String markdown() {
        return IntStream.range(0, spans.size()).mapToObj(this::markdown).collect(Collectors.joining()) + "\n";
    }

    private String markdown(int at) {
        Span span = spans.get(at);
        String next = at + 1 < spans.size() ? spans.get(at + 1).text() : "";
        String text = MarkdownText.escapeWithin(span.text(), next);
        return switch (span.style()) {
            case PLAIN -> text;
            case STRONG -> "**" + text + "**";
            case EMPHASIS -> "*" + text + "*";
            case CODE -> "`" + VisibleText.of(span.text()).replace("`", "'") + "`";
        };
    }
}
