package org.busmark.results.report;

/** Words for a shell, quoted already. */
public record Command(String text) implements Block {
    @Override
    public String markdown() {
        return "    " + text + "\n";
    }
}
