package org.busmark.results.report;

import java.util.List;

/** Steps in their order. */
public record Numbered(List<String> steps) implements Block {
    public Numbered {
        steps = List.copyOf(steps);
    }

    @Override
    public String markdown() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            text.append(i + 1)
                    .append(". ")
                    .append(MarkdownText.escape(steps.get(i)))
                    .append('\n');
        }
        return text.toString();
    }
}
