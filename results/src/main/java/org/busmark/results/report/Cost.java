package org.busmark.results.report;

import java.util.Optional;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.CostRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunRecord;
import org.jspecify.annotations.Nullable;

/**
 * Processor seconds of a million messages, by who spent them; 0 where nobody did.
 *
 * @param total their sum, in words
 * @param spread of the rounds' own sums; empty with one round
 * @param brokerMissing there is a broker, and what it spent is not known: the sum is too small
 */
public record Cost(
        double clientSeconds,
        double pacingSeconds,
        double brokerSeconds,
        String total,
        String spread,
        boolean brokerMissing) {
    static Optional<Cost> of(CellRecord cell, RunDocument document) {
        CostRecord cost = cell.cost();
        if (cost == null || cost.clientCpuSecondsPerMillion() == null || cell.verdict() == Verdict.INVALID) {
            return Optional.empty();
        }
        double client = orZero(cost.clientCpuSecondsPerMillion());
        double pacing = orZero(cost.pacingCpuSecondsPerMillion());
        double broker = orZero(cost.brokerCpuSecondsPerMillion());
        boolean hasBroker =
                document.buses().stream().anyMatch(bus -> bus.bus().equals(cell.bus()) && bus.brokerVersion() != null);
        return Optional.of(new Cost(
                client,
                pacing,
                broker,
                Unit.SECONDS.format(client + pacing + broker),
                OfRounds.of(Unit.SECONDS, cell.runs().stream().map(Cost::total))
                        .filter(rounds -> rounds.rounds() > 1)
                        .map(OfRounds::text)
                        .orElse(""),
                hasBroker && cost.brokerCpuSecondsPerMillion() == null));
    }

    private static @Nullable Double total(RunRecord run) {
        CostRecord cost = run.cost();
        return cost == null || cost.clientCpuSecondsPerMillion() == null
                ? null
                : Double.valueOf(orZero(cost.clientCpuSecondsPerMillion())
                        + orZero(cost.pacingCpuSecondsPerMillion())
                        + orZero(cost.brokerCpuSecondsPerMillion()));
    }

    private static double orZero(@Nullable Double seconds) {
        return seconds == null ? 0 : seconds;
    }
}
