package org.busmark.results.claims;

import java.util.List;

/**
 * A claim and what decides it.
 *
 * @param conditions all of them are looked at, in this order
 */
record Rule(Claim claim, List<Condition> conditions) {
    Rule {
        conditions = List.copyOf(conditions);
    }
}
