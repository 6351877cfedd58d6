package org.busmark.workload;

/**
 * A workload with what is to be found out about it.
 *
 * @param rounds how often each of its cells runs, from the first round on; of a sweep, how often each of its points does
 * @param question decides which cells there are
 */
public record WorkItem(Workload workload, int rounds, Question question) {
    public WorkItem {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds is " + rounds + "; allowed: at least 1");
        }
        if (question.searches() && workload.loop() != LoopKind.OPEN) {
            throw new IllegalArgumentException("capacity does not fit " + workload.name() + " at rate "
                    + workload.rate() + "; allowed for a workload that has a rate and /s");
        }
    }

    /** The same of another workload. */
    public WorkItem with(Workload other) {
        return new WorkItem(other, rounds, question);
    }

    /** The same in another number of rounds. */
    public WorkItem withRounds(int other) {
        return new WorkItem(workload, other, question);
    }
}
