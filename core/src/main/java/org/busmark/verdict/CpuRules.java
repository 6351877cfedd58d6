package org.busmark.verdict;

import java.util.OptionalDouble;
import org.busmark.ledger.Judgement;

/** Processor time that neither the client's work nor its broker had. */
final class CpuRules {
    private CpuRules() {}

    static Judgement stolen(RunHistory history) {
        return judge(
                history.conditions().stolenCpuShare(),
                Limits.STOLEN_CPU_SHARE,
                Reason.STOLEN_CPU,
                " by the hypervisor is ");
    }

    static Judgement foreign(RunHistory history) {
        return judge(
                history.conditions().foreignCpuShare(),
                Limits.FOREIGN_CPU_SHARE,
                Reason.FOREIGN_CPU,
                " than the client and its broker is ");
    }

    /** A compiler takes its processor from the messages, and what it has not come to yet runs slowly meanwhile. */
    static Judgement compiling(RunHistory history) {
        OptionalDouble share = history.conditions().compilingShare();
        double allowed = Limits.compilingShare(history.loop());
        if (share.isEmpty() || share.getAsDouble() <= allowed) {
            return Judgement.VALID;
        }
        return Judgement.degraded(Reason.COMPILING.because(": the JVM's compilers took "
                + Words.percent(share.getAsDouble()) + " of a processor; allowed " + Words.percent(allowed)));
    }

    private static Judgement judge(OptionalDouble share, double allowed, Reason kind, String who) {
        if (share.isEmpty() || share.getAsDouble() <= allowed) {
            return Judgement.VALID;
        }
        return Judgement.degraded(kind.because(who + Words.percent(share.getAsDouble())
                + " of the processors' time; allowed " + Words.percent(allowed)));
    }
}
