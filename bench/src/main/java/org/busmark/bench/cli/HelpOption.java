package org.busmark.bench.cli;

import picocli.CommandLine.Option;

/** For every command but jmh, which has its own. */
final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this.")
    boolean requested;
}
