package org.busmark.broker;

import java.util.OptionalLong;

/**
 * What processes used, from some moment on.
 *
 * @param cpuSeconds processor time in user and kernel mode, in steps of 10 ms a process
 * @param peakMemoryBytes the sum of each living process's own peak of resident memory; pages that several share count
 *     several times, and the peaks need not have come at the same time
 * @param writtenBytes bytes sent towards the disk, less those that were deleted before they got there; less than zero
 *     when the latter are more; absent when this system or user may not read it
 * @param processes how many live
 */
public record ProcessCost(double cpuSeconds, long peakMemoryBytes, OptionalLong writtenBytes, int processes) {
    /** What was used since an earlier snapshot; peak memory and number of processes stay the later ones. */
    public ProcessCost minus(ProcessCost earlier) {
        OptionalLong written = writtenBytes.isPresent() && earlier.writtenBytes.isPresent()
                ? OptionalLong.of(writtenBytes.getAsLong() - earlier.writtenBytes.getAsLong())
                : OptionalLong.empty();
        return new ProcessCost(cpuSeconds - earlier.cpuSeconds, peakMemoryBytes, written, processes);
    }
}
