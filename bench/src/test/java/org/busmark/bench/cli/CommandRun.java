package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.busmark.bench.FakeAdapter;
import org.busmark.bench.campaign.CampaignRequest;
import org.busmark.bench.crosscheck.CrosscheckRequest;
import org.busmark.bench.crosscheck.CrosscheckResult;
import org.busmark.broker.BrokerCache;
import org.busmark.bus.BusAdapter;

/** Runs commands in this JVM, with fake buses and a campaign that only remembers what it was asked for. */
final class CommandRun {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<CampaignRequest> requests = new ArrayList<>();
    private final Path folder;
    private final List<CrosscheckRequest> crosschecks = new ArrayList<>();
    private int campaignStatus;
    private CrosscheckResult crosscheck = new CrosscheckResult(List.of(), List.of());

    CommandRun(Path folder) {
        this.folder = folder;
    }

    CommandRun campaignEndsWith(int status) {
        campaignStatus = status;
        return this;
    }

    CommandRun crosscheckEndsWith(CrosscheckResult result) {
        crosscheck = result;
        return this;
    }

    int of(String... words) {
        List<BusAdapter> buses = List.of(
                FakeAdapter.withBroker("kafka"),
                FakeAdapter.withoutBroker("loopback"),
                FakeAdapter.withBroker("rabbitmq"),
                FakeAdapter.withoutBroker("simulated"),
                FakeAdapter.withoutBroker("tcp"),
                FakeAdapter.withoutBroker("zeromq"));
        Surroundings around = new Surroundings(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                buses,
                (request, data, progress, json) -> {
                    requests.add(request);
                    data.println("{}");
                    return campaignStatus;
                },
                (request, progress) -> {
                    crosschecks.add(request);
                    return crosscheck;
                },
                new BrokerCache(folder.resolve("cache")),
                folder,
                () -> Instant.parse("2026-11-22T10:20:30Z"),
                List.of(words));
        return Main.execute(words, around);
    }

    /** Refused with this status, nothing on standard output and one line that holds this. */
    void assertRefused(int status, String part, String... words) {
        out.reset();
        err.reset();
        assertEquals(status, of(words), this::err);
        assertEquals("", out());
        assertEquals(1, err().lines().count(), this::err);
        assertTrue(err().startsWith("busmark: "), this::err);
        assertTrue(err().contains(part), this::err);
        assertTrue(requests.isEmpty());
        assertTrue(crosschecks.isEmpty());
    }

    CrosscheckRequest crosscheckRequest() {
        assertEquals(1, crosschecks.size(), this::err);
        return crosschecks.get(0);
    }

    CampaignRequest request() {
        assertEquals(1, requests.size(), this::err);
        return requests.get(0);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
