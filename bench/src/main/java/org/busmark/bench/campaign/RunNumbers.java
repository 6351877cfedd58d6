package org.busmark.bench.campaign;

import java.util.Random;

/**
 * Numbers that tell the messages of one run from any other's. Two runs of one number would take each other's late
 * messages for their own, so no number comes twice within a campaign, however many sessions it takes: numbers count up
 * from session to session, and a bijection of 32 bits scatters them. Confined to one thread.
 */
final class RunNumbers {
    private static final int SESSION_BITS = 13;
    private static final int RUNS_OF_A_SESSION = 1 << (Integer.SIZE - SESSION_BITS);

    private final int factor;
    private final int offset;
    private final int session;
    private int given;

    /**
     * @param seed of the campaign
     * @param session of it, from 0
     */
    RunNumbers(long seed, int session) {
        if (session < 0 || session >= 1 << SESSION_BITS) {
            throw new IllegalArgumentException(
                    "session is " + session + "; allowed: from 0 to " + ((1 << SESSION_BITS) - 1));
        }
        Random random = new Random(seed);
        this.factor = random.nextInt() | 1;
        this.offset = random.nextInt();
        this.session = session;
    }

    int next() {
        if (given == RUNS_OF_A_SESSION) {
            throw new IllegalStateException("a session has no more than " + RUNS_OF_A_SESSION + " runs");
        }
        return (session * RUNS_OF_A_SESSION + given++) * factor + offset;
    }
}
