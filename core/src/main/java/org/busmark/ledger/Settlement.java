package org.busmark.ledger;

/**
 * Compares, bit by bit, what a producer sent with what reached a group. Costs about a microsecond for each 65,536
 * messages that are not settled, and next to nothing for the others.
 */
final class Settlement {
    private final ProducerAccount producer;
    private final int group;
    private final long attempted;
    private final PageDirectory answered;
    private final PageDirectory rejected;
    private final PageDirectory unknown;
    private final PageDirectory delivered;
    private final OffenceLog offences;

    private long ok;
    private long lost;
    private long recovered;
    private long unexpected;

    Settlement(ProducerAccount producer, GroupDeliveries group, OffenceLog offences) {
        this.producer = producer;
        this.group = group.number();
        this.offences = offences;
        delivered = group.pages(producer.number());
        answered = producer.answeredPages();
        rejected = producer.rejectedPages();
        unknown = producer.unknownPages();
        attempted = producer.attempted();
        settle();
    }

    long ok() {
        return ok;
    }

    long lost() {
        return lost;
    }

    long recovered() {
        return recovered;
    }

    long unexpected() {
        return unexpected;
    }

    private void settle() {
        long end = Math.max(delivered.end(), answered.end());
        for (long page = 0; page < end; page++) {
            long[] d = delivered.words(page);
            long[] a = answered.words(page);
            long[] r = rejected.words(page);
            long[] u = unknown.words(page);
            boolean clean = d == Page.ALL_WORDS && a == d && r == Page.NO_WORDS && u == r;
            boolean untouched = d == Page.NO_WORDS && a == d;
            if (clean) {
                ok += Page.SEQUENCES;
            } else if (!untouched) {
                settle(page << Page.SHIFT, d, a, r, u);
            }
        }
    }

    private void settle(long first, long[] d, long[] a, long[] r, long[] u) {
        for (int word = 0; word < Page.WORDS; word++) {
            long sequence = first + (long) word * Long.SIZE;
            long sent = sent(sequence);
            long arrived = d[word] & sent;
            long promised = a[word] & ~r[word] & ~u[word] & sent;
            ok += Long.bitCount(arrived);
            recovered += Long.bitCount(arrived & (u[word] | ~a[word]));
            lost += name(Offence.LOST, sequence, promised & ~arrived);
            unexpected += name(Offence.REJECTED_DELIVERED, sequence, arrived & r[word]);
            unexpected += name(Offence.UNEXPECTED, sequence, d[word] & ~sent);
        }
    }

    /** A bit for each of the 64 sequences from this one on that was attempted. */
    private long sent(long sequence) {
        long count = attempted - sequence;
        if (count >= Long.SIZE) {
            return -1;
        }
        return count <= 0 ? 0 : (1L << count) - 1;
    }

    private int name(Offence kind, long first, long bits) {
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            offences.add(kind, producer.number(), first + Long.numberOfTrailingZeros(rest), " group " + group);
        }
        return Long.bitCount(bits);
    }
}
