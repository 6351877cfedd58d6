package org.busmark.bench.campaign;

import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.Options;

/** Where a run is made: in a JVM of its own, or in one that makes others before and after. Confined to one thread. */
interface RunJvm {
    /**
     * What is to be made.
     *
     * @param brief path of the {@link org.busmark.bench.fork.ForkBrief}
     * @param settling whether the warm-up may go on beyond its time
     * @param options which benchmark, and how; nothing about JVMs
     * @param limit the time after which it is given up
     */
    record Call(String brief, boolean settling, Options options, Duration limit) implements Serializable {}

    /**
     * Makes it.
     *
     * @return JMH's results
     * @throws FailedForkException if it did not come to its end, or not in time
     * @throws IOException if a file cannot be written
     */
    Collection<RunResult> run(Call call) throws FailedForkException, IOException;

    /** What the last run was made in is not to be used again: it came to nothing, although perhaps to its end. */
    void failed();
}
