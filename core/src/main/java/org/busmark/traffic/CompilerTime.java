package org.busmark.traffic;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How long the compilers of this JVM have worked. */
final class CompilerTime {
    private CompilerTime() {}

    /** Since the JVM began, ms of all its compiler threads; empty where it does not tell. */
    static OptionalLong readMs() {
        @Nullable CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
        return compilers == null || !compilers.isCompilationTimeMonitoringSupported()
                ? OptionalLong.empty()
                : OptionalLong.of(compilers.getTotalCompilationTime());
    }
}
