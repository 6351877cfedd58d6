package org.busmark.bench.crosscheck;

/**
 * A tool on this machine.
 *
 * @param classPath as {@code java -cp} takes it
 * @param shownClassPath the same for people; shorter where it is Busmark's own
 * @param version as its artifact says
 */
record ToolSoftware(String classPath, String shownClassPath, String version) {}
