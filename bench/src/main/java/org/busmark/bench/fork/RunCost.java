package org.busmark.bench.fork;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.busmark.broker.ProcessCost;
import org.busmark.broker.ProcessTreeCost;
import org.busmark.results.record.CostRecord;
import org.jspecify.annotations.Nullable;

/** What the measured iterations cost the client and the broker: figures of whole process trees. */
final class RunCost {
    private static final double MILLION = 1e6;

    private final ProcessTreeCost client;
    private final @Nullable ProcessTreeCost broker;
    private Usage clientUsage = Usage.NONE;
    private Usage brokerUsage = Usage.NONE;
    private Optional<ProcessCost> clientAtStart = Optional.empty();
    private Optional<ProcessCost> brokerAtStart = Optional.empty();

    private RunCost(ProcessTreeCost client, @Nullable ProcessTreeCost broker) {
        this.client = client;
        this.broker = broker;
    }

    static RunCost of(ForkBrief brief) {
        List<ProcessHandle> brokers = brief.brokerProcesses().stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .toList();
        return new RunCost(
                ProcessTreeCost.of(List.of(ProcessHandle.current())),
                brokers.isEmpty() ? null : ProcessTreeCost.of(brokers));
    }

    void begin() {
        ProcessTreeCost.forgetOwnPeak();
        clientAtStart = client.snapshot();
        brokerAtStart = broker == null ? Optional.empty() : broker.snapshot();
    }

    void end() {
        clientUsage = clientUsage.plus(clientAtStart, client.snapshot());
        brokerUsage = brokerUsage.plus(brokerAtStart, broker == null ? Optional.empty() : broker.snapshot());
    }

    /** CPU seconds of the broker; empty where there is none, or where its processes are not known. */
    OptionalDouble brokerCpuSeconds() {
        return brokerUsage.known ? OptionalDouble.of(brokerUsage.cpuSeconds) : OptionalDouble.empty();
    }

    /** @param pacingCpuSeconds that the client spun only to be on time; null where nothing is on a schedule */
    @Nullable
    CostRecord perMillion(long messages, @Nullable Double pacingCpuSeconds) {
        if (messages == 0 || !clientUsage.known) {
            return null;
        }
        double millions = messages / MILLION;
        boolean both = brokerUsage.known;
        return new CostRecord(
                Math.max(0, clientUsage.cpuSeconds - (pacingCpuSeconds == null ? 0 : pacingCpuSeconds)) / millions,
                both ? brokerUsage.cpuSeconds / millions : null,
                clientUsage.peakMemoryBytes,
                both ? brokerUsage.peakMemoryBytes : null,
                both && brokerUsage.writtenBytes.isPresent() ? brokerUsage.writtenBytes.getAsLong() / millions : null,
                pacingCpuSeconds == null ? null : pacingCpuSeconds / millions);
    }

    /** Sums over iterations; a peak is a maximum. */
    private record Usage(boolean known, double cpuSeconds, long peakMemoryBytes, OptionalLong writtenBytes) {
        static final Usage NONE = new Usage(false, 0, 0, OptionalLong.of(0));

        Usage plus(Optional<ProcessCost> start, Optional<ProcessCost> end) {
            if (start.isEmpty() || end.isEmpty()) {
                return this;
            }
            ProcessCost used = end.get().minus(start.get());
            return new Usage(
                    true,
                    cpuSeconds + used.cpuSeconds(),
                    Math.max(peakMemoryBytes, end.get().peakMemoryBytes()),
                    sum(writtenBytes, used.writtenBytes()));
        }

        private static OptionalLong sum(OptionalLong one, OptionalLong other) {
            return one.isPresent() && other.isPresent()
                    ? OptionalLong.of(one.getAsLong() + Math.max(0, other.getAsLong()))
                    : OptionalLong.empty();
        }
    }
}
