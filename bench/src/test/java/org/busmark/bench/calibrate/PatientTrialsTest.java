package org.busmark.bench.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.busmark.bench.calibrate.Check.Finding;
import org.busmark.bench.progress.ProgressLine;
import org.busmark.bus.BusException;
import org.junit.jupiter.api.Test;

/** Who is tried again, when, and how often. */
final class PatientTrialsTest {
    private static final List<Trial> THREE = List.of(
            Trial.of("clean", 1, Duration.ofSeconds(1)),
            Trial.of("loss", 1, Duration.ofSeconds(1)),
            Trial.of("stall", 1, Duration.ofSeconds(1)));

    private final List<String> tried = new ArrayList<>();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private long nowNs;

    @Test
    void whatTheMachineSpoiledIsTriedAgainWhenTheOthersAreDone() throws BusException {
        List<ScriptResult> results = results(
                Duration.ofMinutes(1),
                (trial, number) -> trial.name().equals("loss") || number > 2 ? Finding.AGREES : Finding.MACHINE);

        assertEquals(List.of("clean 1", "loss 1", "stall 1", "clean 2", "stall 2", "clean 3", "stall 3"), tried);
        assertEquals(
                List.of("clean", "loss", "stall"),
                results.stream().map(ScriptResult::name).toList());
        assertEquals(
                List.of(3, 1, 3), results.stream().map(ScriptResult::attempts).toList());
        assertEquals(
                Set.of(true),
                Set.copyOf(results.stream().map(ScriptResult::passed).toList()));
    }

    @Test
    void anInstrumentThatIsWrongGetsNoSecondTry() throws BusException {
        List<ScriptResult> results = results(Duration.ofMinutes(1), (trial, number) -> Finding.INSTRUMENT);

        assertEquals(List.of("clean 1", "loss 1", "stall 1"), tried);
        assertEquals(
                Set.of(false),
                Set.copyOf(results.stream().map(ScriptResult::passed).toList()));
    }

    @Test
    void patienceBeginsWhenAllWereTriedOnceAndEnds() throws BusException {
        results(Duration.ofSeconds(5), (trial, number) -> Finding.MACHINE);
        assertEquals(
                List.of("clean 1", "loss 1", "stall 1", "clean 2", "loss 2", "stall 2", "clean 3", "loss 3"), tried);
        assertTrue(told.toString(StandardCharsets.UTF_8).contains("too busy; again, script loss"), told::toString);

        tried.clear();
        results(Duration.ZERO, (trial, number) -> Finding.MACHINE);
        assertEquals(3, tried.size());
    }

    @Test
    void patienceMayBeLongerThanAClockCounts() throws BusException {
        results(Duration.ofDays(1_000_000), (trial, number) -> number < 3 ? Finding.MACHINE : Finding.AGREES);
        assertEquals(9, tried.size());
    }

    private interface Made {
        Finding of(Trial trial, int number);
    }

    private List<ScriptResult> results(Duration patience, Made finding) throws BusException {
        PatientTrials trials = new PatientTrials(
                (trial, number) -> {
                    tried.add(trial.name() + " " + number);
                    nowNs += 1_000_000_000L;
                    return new ScriptResult(
                            trial.name(), number, List.of(new Check("what", "1", "2", "0", finding.of(trial, number))));
                },
                patience,
                () -> nowNs);
        try (ProgressLine progress =
                new ProgressLine(new PrintStream(told, true, StandardCharsets.UTF_8), false, () -> nowNs)) {
            return trials.results(THREE, progress);
        }
    }
}
