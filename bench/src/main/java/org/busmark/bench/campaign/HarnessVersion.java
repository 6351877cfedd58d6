package org.busmark.bench.campaign;

import java.util.Objects;
import java.util.Optional;

/** Which Busmark this is: the version from the jar's manifest, the commit from the launcher. */
public final class HarnessVersion {
    private HarnessVersion() {}

    /** The version; "unpackaged" when run from classes. */
    public static String version() {
        return Objects.requireNonNullElse(HarnessVersion.class.getPackage().getImplementationVersion(), "unpackaged");
    }

    /** The checkout's commit, if the launcher knows it. */
    public static Optional<String> commit() {
        return Optional.ofNullable(System.getProperty("busmark.commit")).filter(commit -> !commit.isBlank());
    }
}
