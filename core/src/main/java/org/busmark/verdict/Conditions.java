package org.busmark.verdict;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What surrounded the measured messages.
 *
 * @param backlog in order of time; empty when it was not watched
 * @param stolenCpuShare of all processors' time while measuring, taken by the hypervisor; 0 to 1, empty when unknown
 * @param foreignCpuShare of all processors' time while measuring, used by processes that are neither this client nor its
 *     broker; 0 to 1, empty when unknown
 * @param compilingShare processor time that the JVM's compilers used while measuring, over the measured time: 1 is one
 *     processor, so that several can make it more; empty when unknown
 * @param pacingCpuSeconds processor time that the pacers spun away while measuring
 */
public record Conditions(
        List<BacklogSample> backlog,
        OptionalDouble stolenCpuShare,
        OptionalDouble foreignCpuShare,
        OptionalDouble compilingShare,
        double pacingCpuSeconds) {
    /** Nothing was watched. */
    public static final Conditions UNKNOWN =
            new Conditions(List.of(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 0);

    public Conditions {
        backlog = List.copyOf(backlog);
        requireShare("stolenCpuShare", stolenCpuShare);
        requireShare("foreignCpuShare", foreignCpuShare);
        if (compilingShare.isPresent() && !(compilingShare.getAsDouble() >= 0)) {
            throw new IllegalArgumentException("compilingShare is negative: " + compilingShare.getAsDouble());
        }
        if (!(pacingCpuSeconds >= 0)) {
            throw new IllegalArgumentException("pacingCpuSeconds is negative: " + pacingCpuSeconds);
        }
    }

    private static void requireShare(String what, OptionalDouble share) {
        if (share.isPresent() && !(share.getAsDouble() >= 0 && share.getAsDouble() <= 1)) {
            throw new IllegalArgumentException(what + " is not in 0..1: " + share.getAsDouble());
        }
    }
}
