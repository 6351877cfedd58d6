package org.busmark.ledger;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A set to which several threads add, each through a view of its own. Whoever sets a bit learns whether it was the
 * first. A page that is full is given back to the garbage collector and not used again, because a slow view may still look
 * at it: so it costs 1/8 byte of garbage a message.
 */
final class SharedSequences {
    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

    private PageDirectory directory = new PageDirectory();

    /** A view for one thread. */
    SequenceSet view() {
        return new View(page(0));
    }

    /** The pages, to read; exact when all views are quiet. */
    synchronized PageDirectory directory() {
        return directory;
    }

    private synchronized @Nullable Page page(long number) {
        if (number >= directory.end()) {
            PageDirectory next = directory.reaching(number);
            if (next == null) {
                return null;
            }
            directory = next;
        }
        Page page = directory.get(number);
        if (page == null) {
            page = new Page();
            directory.set(number, page);
        }
        return page;
    }

    private synchronized void countFullWord(long number, Page page) {
        if (++page.fullWords == Page.WORDS) {
            directory.set(number, Page.FULL);
        }
    }

    private final class View implements SequenceSet {
        private @Nullable Page current;
        private long currentPage;

        private View(@Nullable Page first) {
            current = first;
        }

        @Override
        public Novelty add(long sequence) {
            Page page = current;
            if (sequence >>> Page.SHIFT != currentPage || page == null) {
                page = turnTo(sequence);
                if (page == null) {
                    return Novelty.TOO_FAR;
                }
            }
            int word = (int) (sequence >>> 6) & (Page.WORDS - 1);
            long bit = 1L << sequence;
            // The read first: a bit once set stays, and a full page's words are shared by all sets and never written.
            long before = (long) WORD.getOpaque(page.words, word);
            if ((before & bit) == 0) {
                before = (long) WORD.getAndBitwiseOr(page.words, word, bit);
            }
            if ((before & bit) != 0) {
                return Novelty.AGAIN;
            }
            if ((before | bit) == -1L) {
                countFullWord(currentPage, page);
            }
            return Novelty.FIRST;
        }

        private @Nullable Page turnTo(long sequence) {
            if (sequence < 0) {
                return null;
            }
            long number = sequence >>> Page.SHIFT;
            Page page = page(number);
            if (page != null) {
                current = page;
                currentPage = number;
            }
            return page;
        }
    }
}
