package org.busmark.results.report.html;

import java.util.List;

/**
 * What the template is filled with.
 *
 * @param policy content security policy
 * @param verdict of the whole campaign; its word is empty where there is none
 * @param counts of cells by verdict
 */
record Page(
        String policy,
        String style,
        String library,
        String script,
        String data,
        String title,
        List<String> facts,
        VerdictMark verdict,
        List<Count> counts,
        List<BlockView.Span> summary,
        List<BlockView.Span> howToRead,
        List<AnswerView> answers,
        List<Chapter> chapters) {
    boolean hasSummary() {
        return !summary.isEmpty();
    }

    boolean hasHowToRead() {
        return !howToRead.isEmpty();
    }

    /** How many cells have a verdict. */
    record Count(long cells, VerdictMark verdict) {}

    /**
     * What is said of one work.
     *
     * @param folded how many comparisons show no difference, in words; empty when none
     */
    record AnswerView(
            List<BlockView.Span> work,
            List<List<BlockView.Span>> shown,
            String folded,
            List<List<BlockView.Span>> notShown) {
        boolean hasShown() {
            return !shown.isEmpty();
        }
    }
}
