package org.busmark.results.compare;

import org.jspecify.annotations.Nullable;

/** Whether buses may be compared whose brokers were had in different ways: native, external, docker. */
public enum ProvisioningRule {
    /** Such cells are refused. */
    MUST_BE_EQUAL,
    /** Somebody asked for it: they are compared, with a warning. */
    MAY_DIFFER;

    /** {@code native} of {@code "native: Maven artifact ..."}; what is behind the colon is detail. */
    static String kind(@Nullable String provisioning) {
        return provisioning == null ? "no broker" : provisioning.split(":", 2)[0].strip();
    }
}
