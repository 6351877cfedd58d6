package org.busmark.broker;

import java.util.Optional;

/**
 * An entry of a session's registry; its text is the entry's file name.
 *
 * @param leader whether it made a process session of its own, so that all in that session belong to it
 */
record RegisteredProcess(ProcessKey key, boolean leader) {
    /** Ends the file name of a leader; the scripts know it too. */
    static final String LEADER_SUFFIX = ".leader";

    static Optional<RegisteredProcess> parse(String fileName) {
        boolean leader = fileName.endsWith(LEADER_SUFFIX);
        String key = leader ? fileName.substring(0, fileName.length() - LEADER_SUFFIX.length()) : fileName;
        return ProcessKey.parse(key).map(parsed -> new RegisteredProcess(parsed, leader));
    }

    String fileName() {
        return leader ? key + LEADER_SUFFIX : key.toString();
    }
}
