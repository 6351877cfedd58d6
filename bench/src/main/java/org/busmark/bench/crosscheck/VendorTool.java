package org.busmark.bench.crosscheck;

import java.io.IOException;
import java.util.List;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.BrokerException;
import org.busmark.broker.Progress;

/** A load generator that the system's own people made, or the barest program where there is none. Stateless. */
interface VendorTool {
    /** Which bus it loads. */
    String bus();

    /** Its name for people. */
    String name();

    /**
     * Gets it if it is not there yet.
     *
     * @param clientVersion of Busmark's own client
     */
    ToolSoftware install(BrokerCache cache, String clientVersion, Progress progress) throws BrokerException;

    /** Its JVMs in the order to start them; the first one is the consumer, whose log counts. */
    List<ToolProcess> processes(ToolWork work) throws IOException;

    /**
     * What the consumer counted so far.
     *
     * @param log whole lines of the first process's output, others among them
     * @return in the order of time; from one to the next time passes
     */
    List<Count> counts(List<String> log);
}
