package org.busmark.bench.calibrate;

import java.util.List;

/**
 * What came of one script.
 *
 * @param attempts how often it ran until the machine was quiet enough, from 1
 */
public record ScriptResult(String name, int attempts, List<Check> checks) {
    public ScriptResult {
        checks = List.copyOf(checks);
    }

    /** Whether every check agrees. */
    public boolean passed() {
        return checks.stream().allMatch(Check::passed);
    }

    /** Whether it failed for the machine's sake alone, and may pass when that is less busy. */
    public boolean isUndecided() {
        return !passed() && checks.stream().noneMatch(check -> check.finding() == Check.Finding.INSTRUMENT);
    }
}
