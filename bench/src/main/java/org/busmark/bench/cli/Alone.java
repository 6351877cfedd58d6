package org.busmark.bench.cli;

import java.io.IOException;
import org.busmark.bench.campaign.MeasurementLock;

/** Sees to it that a command measures alone on this machine. */
final class Alone {
    private Alone() {}

    /** @throws CommandFailure if another measurement runs */
    static MeasurementLock measuring() throws IOException {
        return MeasurementLock.tryTake()
                .orElseThrow(() -> CommandFailure.lacking("another measurement runs on this machine (it holds "
                        + MeasurementLock.file() + "); two at once would spoil both: run again when it has ended"));
    }
}
