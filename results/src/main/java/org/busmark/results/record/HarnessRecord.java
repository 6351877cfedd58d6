package org.busmark.results.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The instrument itself.
 *
 * @param commit null when it is not known
 * @param command the words of the command that made this run, without secrets; empty when it is not known
 */
public record HarnessRecord(String version, @Nullable String commit, List<String> command) {
    public HarnessRecord {
        command = List.copyOf(command);
    }
}
