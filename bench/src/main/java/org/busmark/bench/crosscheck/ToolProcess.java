package org.busmark.bench.crosscheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One JVM of a tool.
 *
 * @param name for messages and its log
 * @param jvmOptions besides those that Busmark's own fork has too
 * @param words main class and arguments
 * @param environment variables that may be shown
 * @param secrets variables whose values must not be; they are in no command line
 * @param ready what its log says when the next may start; null when that need not wait
 */
record ToolProcess(
        String name,
        List<String> jvmOptions,
        List<String> words,
        Map<String, String> environment,
        Map<String, String> secrets,
        @Nullable String ready) {
    /** Numbers are printed as the parsers read them. */
    private static final String LOCALE = "-Duser.language=en";
    /** All variables. */
    Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>(environment);
        variables.putAll(secrets);
        return variables;
    }

    /** What is started. */
    List<String> command(String java, String classPath, List<String> sharedJvmOptions) {
        List<String> command = new ArrayList<>();
        command.add(java);
        command.addAll(sharedJvmOptions);
        command.add(LOCALE);
        command.addAll(jvmOptions);
        command.add("-cp");
        command.add(classPath);
        command.addAll(words);
        return command;
    }

    /** The command line for people and reports: no secrets. */
    String shown(String classPath, List<String> sharedJvmOptions) {
        Map<String, String> shown = new TreeMap<>(environment);
        secrets.keySet().forEach(name -> shown.put(name, "***"));
        String variables = shown.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue() + " ")
                .collect(Collectors.joining());
        return variables
                + command("java", classPath, sharedJvmOptions).stream()
                        .map(ToolProcess::quoted)
                        .collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./=,:@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
