package org.busmark.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A set with a single writer. A page that is full is used again, so its memory is that of the span between its oldest
 * hole and its newest sequence; with two pages to spare from the start, a set in which holes are soon filled allocates
 * nothing but a new directory now and then.
 *
 * <p>Reading from another thread is exact when the writer is quiet.
 */
final class OwnSequenceSet implements SequenceSet {
    private PageDirectory directory = new PageDirectory();
    private @Nullable Page spares;
    private Page current;
    private long[] words;
    private long currentPage;
    private long currentFirst;

    OwnSequenceSet() {
        recycle(new Page());
        recycle(new Page());
        current = new Page();
        words = current.words;
        directory.set(0, current);
    }

    @Override
    public Novelty add(long sequence) {
        if (((sequence - currentFirst) >>> Page.SHIFT) != 0 && !turnTo(sequence)) {
            return Novelty.TOO_FAR;
        }
        int word = (int) (sequence >>> 6) & (Page.WORDS - 1);
        long before = words[word];
        long after = before | 1L << sequence;
        if (before == after) {
            return Novelty.AGAIN;
        }
        words[word] = after;
        if (after == -1L) {
            countFullWord();
        }
        return Novelty.FIRST;
    }

    PageDirectory directory() {
        return directory;
    }

    private boolean turnTo(long sequence) {
        if (sequence < 0) {
            return false;
        }
        long number = sequence >>> Page.SHIFT;
        if (number >= directory.end()) {
            PageDirectory next = directory.reaching(number);
            if (next == null) {
                return false;
            }
            directory = next;
        }
        Page page = directory.get(number);
        if (page == null) {
            page = blank();
            directory.set(number, page);
        }
        turnTo(number, page);
        return true;
    }

    private void turnTo(long number, Page page) {
        current = page;
        words = page.words;
        currentPage = number;
        currentFirst = number << Page.SHIFT;
    }

    private void countFullWord() {
        Page page = current;
        if (++page.fullWords == Page.WORDS) {
            directory.set(currentPage, Page.FULL);
            turnTo(currentPage, Page.FULL);
            page.clear();
            recycle(page);
        }
    }

    private Page blank() {
        Page page = spares;
        if (page == null) {
            return new Page();
        }
        spares = page.nextSpare;
        page.nextSpare = null;
        return page;
    }

    private void recycle(Page page) {
        page.nextSpare = spares;
        spares = page;
    }
}
