package org.busmark.bench.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.busmark.bench.calibrate.Calibration;
import org.busmark.bench.calibrate.Check;
import org.busmark.bench.calibrate.ScriptResult;
import org.busmark.bench.campaign.ExitStatus;
import org.busmark.bench.campaign.MeasurementLock;
import org.busmark.bench.environment.AwakeProcessors;
import org.busmark.bench.environment.ProgramPath;
import org.busmark.bench.progress.ProgressLine;
import org.busmark.bus.BusException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says whether the instrument finds what is known to be there. */
@Command(
        name = "calibrate",
        description = "Hold the instrument against a simulated bus whose times and faults are known.",
        footer = {"", "Exit status 1 if anything is not found as it was scripted."})
final class CalibrateCommand implements Callable<Integer> {
    private final Surroundings around;

    @Option(names = "--quick", description = "Half a minute instead of two: shorter runs, fewer distributions.")
    boolean quick;

    @Option(
            names = "--patience",
            paramLabel = "D",
            description =
                    "For so long, when all were tried once, it tries again what a busy machine spoiled: 6 min, with --quick 30 s.")
    @Nullable
    Duration patience;

    @Option(names = "--json", description = "One JSON document on standard output.")
    boolean json;

    @Mixin
    HelpOption help = new HelpOption();

    CalibrateCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws BusException, IOException {
        List<ScriptResult> results;
        try (MeasurementLock held = Alone.measuring();
                AwakeProcessors awake = AwakeProcessors.keep(ProgramPath.ofEnvironment());
                ProgressLine progress = ProgressLine.on(around.err())) {
            results = calibration().run(progress);
        }
        boolean passed = results.stream().allMatch(ScriptResult::passed);
        around.out().print(json ? JsonText.of(document(results, passed)) + "\n" : table(results));
        long failed = results.stream().filter(result -> !result.passed()).count();
        around.err()
                .println(
                        passed
                                ? "busmark: the instrument found what was scripted, " + results.size() + " scripts"
                                : "busmark: calibration failed: " + failed + " of " + results.size() + " scripts");
        return passed ? ExitStatus.OK : ExitStatus.FAILED;
    }

    private Calibration calibration() {
        return quick
                ? Calibration.brief(Objects.requireNonNullElse(patience, Duration.ofSeconds(30)))
                : Calibration.full(Objects.requireNonNullElse(patience, Duration.ofMinutes(6)));
    }

    private static Map<String, Object> document(List<ScriptResult> results, boolean passed) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("passed", passed);
        document.put("scripts", results.stream().map(CalibrateCommand::script).toList());
        return document;
    }

    private static Map<String, Object> script(ScriptResult result) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", result.name());
        entry.put("passed", result.passed());
        entry.put("attempts", result.attempts());
        entry.put(
                "checks", result.checks().stream().map(CalibrateCommand::check).toList());
        return entry;
    }

    private static Map<String, Object> check(Check check) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("what", check.what());
        entry.put("expected", check.expected());
        entry.put("observed", check.observed());
        entry.put("tolerance", check.tolerance());
        entry.put("passed", check.passed());
        if (!check.note().isEmpty()) {
            entry.put("note", check.note());
        }
        return entry;
    }

    private static Table table(List<ScriptResult> results) {
        Table table = new Table().row("script", "what", "expected", "observed", "tolerance", "ok");
        for (ScriptResult result : results) {
            String name = result.name();
            List<String> zeros = new ArrayList<>();
            for (Check check : result.checks()) {
                if (check.passed() && check.expected().equals("0")) {
                    zeros.add(check.what());
                    continue;
                }
                table.row(
                        name,
                        check.what(),
                        check.expected(),
                        check.observed(),
                        check.tolerance(),
                        check.passed() ? "ok" : check.note().isEmpty() ? "NO" : "NO: " + check.note());
                name = "";
            }
            if (!zeros.isEmpty()) {
                table.row(name, zeros.size() + " other counts", "0", "0", "0", "ok");
            }
        }
        return table;
    }
}
