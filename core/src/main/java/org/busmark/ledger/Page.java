package org.busmark.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A bit for each of {@link #SEQUENCES} consecutive sequences: 8 KiB. */
final class Page {
    /** log2 of the sequences in a page. */
    static final int SHIFT = 16;

    static final int SEQUENCES = 1 << SHIFT;
    static final int WORDS = SEQUENCES / Long.SIZE;

    /** What an absent page and a full page read as; identity tells them. Never written. */
    static final long[] NO_WORDS = new long[WORDS];

    static final long[] ALL_WORDS = new long[WORDS];

    /** Stands for every page whose bits are all set, so that their memory can be used again. */
    static final Page FULL;

    static {
        Arrays.fill(ALL_WORDS, -1L);
        FULL = new Page(ALL_WORDS);
    }

    final long[] words;
    int fullWords;

    /** Next in a list of spare pages. */
    @Nullable
    Page nextSpare;

    Page() {
        this(new long[WORDS]);
    }

    private Page(long[] words) {
        this.words = words;
    }

    void clear() {
        Arrays.fill(words, 0);
        fullWords = 0;
    }
}
