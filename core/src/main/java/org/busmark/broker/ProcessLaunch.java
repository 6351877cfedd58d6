package org.busmark.broker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a process of a session begins: in a process session of its own if the system can, with the session's mark in its
 * environment, through a script that registers it before it becomes the command. Its pid is the command's.
 *
 * @param name label in the registry
 * @param mark value of {@link SessionOwner#VARIABLE}
 */
record ProcessLaunch(SessionFolder session, String name, String mark) {
    /** See {@link BrokerSession#start}. */
    Process start(List<String> command, Map<String, String> environment, Path folder, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words(command))
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> variables = builder.environment();
        variables.putAll(environment);
        // Only what was asked to be empty: a variable that is empty for the harness stays so for the process.
        environment.forEach((variable, value) -> variables.remove(variable, ""));
        variables.put(SessionOwner.VARIABLE, mark);
        return builder.start();
    }

    private List<String> words(List<String> command) {
        List<String> words = new ArrayList<>(Setsid.prefix());
        String suffix = words.isEmpty() ? "" : RegisteredProcess.LEADER_SUFFIX;
        words.add("/bin/sh");
        words.add(session.script("launch.sh").toString());
        words.add(session.registry().toString());
        words.add(suffix);
        words.add(name);
        words.addAll(command);
        return words;
    }
}
