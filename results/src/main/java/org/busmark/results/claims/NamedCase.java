package org.busmark.results.claims;

import java.util.List;

/** A condition under a name of its author's: what a document does not tell apart by itself, such as "three partitions". */
record NamedCase(String name, Condition condition) implements Condition {
    @Override
    public List<Finding> findings(Measurements run) {
        return condition.findings(run).stream()
                .map(finding -> finding.inCase(name))
                .toList();
    }

    @Override
    public boolean needsMeasuring() {
        return condition.needsMeasuring();
    }
}
