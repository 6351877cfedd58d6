package org.busmark.results.report;

import java.util.List;
import java.util.stream.Stream;
import org.busmark.results.report.Bullets.Bullet;

/** The words without which no table can be read, a line each. */
final class Legend {
    private static final List<String> WORDS = List.of(
            "**guarantee**: what an acknowledged message survives. FIRE_AND_FORGET: nothing promised; ACKNOWLEDGED: the client's death; PERSISTED: kill -9 of the broker; FLUSHED: power loss; REPLICATED: losing one node of three.",
            "**ledger**: the count of every message, what was sent against what arrived; a broken promise makes the cell INVALID.",
            "**open loop**: messages are sent on a fixed schedule whatever the bus does, and waiting counts; compare its response.",
            "**closed loop** (rate max): a message is sent when another has arrived; compare its throughput, for its times are the length of the queue. A round trip is a closed loop of one message.",
            "**p99**: of the histograms of all rounds, added. **p99 of rounds**: each round's own; their median (smallest..largest), with 5 rounds and more [95 % interval].",
            "**capacity**: the highest offered rate that one search found at which the backlog does not grow and response p99 meets the workload's objective.");

    private Legend() {}

    static Section section() {
        return new Section(
                "Words",
                Stream.<Block>of(
                                new Bullets(WORDS.stream()
                                        .map(word -> new Bullet(Prose.marked(word)))
                                        .toList()),
                                Prose.marked("More in Busmark's `docs/reading-a-report.md`."))
                        .toList());
    }
}
