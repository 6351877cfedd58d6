package org.busmark.bench.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Of the harness: the jar's, and the commit that the launcher saw. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String jar = Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "unpackaged");
        String commit = System.getProperty("busmark.commit", "");
        return new String[] {"busmark " + jar + (commit.isEmpty() ? "" : " (" + commit + ")")};
    }
}
