package org.busmark.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The pages of a set in order, without the full ones at its beginning. Its size is fixed; {@link #reaching} makes a
 * larger or later one.
 */
final class PageDirectory {
    /** Pages between the first hole and the newest sequence: 2^32 sequences. */
    static final int MAX_SPAN = 1 << 16;

    private static final int MIN_PAGES = 16;

    /** Number of the first page here; those before are full. */
    final long origin;

    private final @Nullable Page[] pages;

    PageDirectory() {
        this(0, MIN_PAGES);
    }

    private PageDirectory(long origin, int size) {
        this.origin = origin;
        this.pages = new @Nullable Page[size];
    }

    /** Number of the first page that is not here any more. */
    long end() {
        return origin + pages.length;
    }

    /** The page of this number, which is before {@link #end}; null when nothing of it is set. */
    @Nullable
    Page get(long page) {
        return page < origin ? Page.FULL : pages[(int) (page - origin)];
    }

    void set(long page, Page value) {
        pages[(int) (page - origin)] = value;
    }

    /** The bits of any page, for reading. */
    long[] words(long page) {
        if (page >= end()) {
            return Page.NO_WORDS;
        }
        Page held = get(page);
        return held == null ? Page.NO_WORDS : held.words;
    }

    /**
     * A directory with the same content that has room for this page, with as much again to spare, so that copying stays
     * cheap in the long run; null if it would be more than {@link #MAX_SPAN} pages from the first that is not full.
     */
    @Nullable
    PageDirectory reaching(long page) {
        int full = 0;
        while (full < pages.length && pages[full] == Page.FULL) {
            full++;
        }
        long span = page - (origin + full) + 1;
        if (span > MAX_SPAN) {
            return null;
        }
        PageDirectory next = new PageDirectory(origin + full, Math.max(MIN_PAGES, (int) span * 2));
        System.arraycopy(pages, full, next.pages, 0, Math.min(pages.length - full, next.pages.length));
        return next;
    }
}
