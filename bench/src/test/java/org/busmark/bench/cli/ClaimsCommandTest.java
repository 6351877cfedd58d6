package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busmark.bench.campaign.ExitStatus;
import org.busmark.bench.files.BuiltIns;
import org.busmark.results.claims.Claim;
import org.busmark.results.claims.Claims;
import org.busmark.results.record.RunDocumentFile;
import org.busmark.workload.Suite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClaimsCommandTest {
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SUITE = Pattern.compile("--suite (\\S+)");

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void runThatWasLeft() throws IOException {
        RunDocumentFile.write(folder.resolve(RunDocumentFile.NAME), LeftRun.document());
    }

    @Test
    void jsonIsAnArrayOfClaimsWithTheirEvidence() throws IOException {
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.OK, run.of("claims", folder.toString(), "--json"), run::err);
        assertEquals("", run.err());
        JsonNode claims = new ObjectMapper().readTree(run.out());
        assertEquals(
                Claims.builtIn().all().stream().map(Claim::id).toList(),
                new ArrayList<>(claims.findValuesAsText("id")));
        JsonNode walkthrough = claim(claims, "walkthrough");
        assertEquals(List.of("id", "section", "statement", "verdict", "evidence"), fields(walkthrough));
        assertEquals("4", walkthrough.get("section").asText());
        assertEquals("DEPENDS", walkthrough.get("verdict").asText());
        JsonNode asWritten = walkthrough.get("evidence").get(1);
        assertEquals(List.of("cells", "text", "value"), fields(asWritten));
        assertTrue(asWritten.get("cells").isArray());
        assertEquals(
                "refutes: Apache Kafka, as written: 0 of 10 messages read",
                asWritten.get("text").asText());
        assertEquals(0, asWritten.get("value").asDouble());
        JsonNode capacity = evidenceOf(claim(claims, "kafka-throughput"), "half-kafka");
        assertEquals(3, capacity.get("value").asDouble());
        assertEquals("half-kafka", capacity.get("cells").get(0).asText());
    }

    private static JsonNode evidenceOf(JsonNode claim, String cell) {
        for (JsonNode evidence : claim.get("evidence")) {
            if (evidence.get("cells").toString().contains('"' + cell + '"')) {
                return evidence;
            }
        }
        throw new AssertionError("no evidence of " + cell + " in " + claim);
    }

    @Test
    void theTerminalGetsATableAndTheEvidence() {
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.OK, run.of("claims", folder.toString()), run::err);
        assertTrue(run.out().startsWith("| claim "), run::out);
        assertTrue(run.out().contains("\n- **walkthrough**: DEPENDS\n  - depends on "), run::out);
        assertTrue(run.out().contains("what would decide it: "), run::out);
    }

    /** Also of an old run, which knew nothing of the claim. */
    @Test
    void thePagesOwnClaimsAreJudgedAfterThoseOfTheDocument() throws IOException {
        List<String> examples = new ArrayList<>();
        Matcher yaml = YAML.matcher(Files.readString(CheckoutFiles.file("docs/claims.md")));
        while (yaml.find()) {
            examples.add(yaml.group(1));
        }
        assertFalse(examples.isEmpty());
        List<String> words = new ArrayList<>(List.of("claims", folder.toString(), "--json"));
        for (int i = 0; i < examples.size(); i++) {
            Path file = Files.writeString(folder.resolve("own-" + i + ".yaml"), examples.get(i));
            words.addAll(List.of("--claims", file.toString()));
        }
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.OK, run.of(words.toArray(new String[0])), run::err);
        JsonNode claims = new ObjectMapper().readTree(run.out());
        assertTrue(claims.size() > Claims.builtIn().all().size());
        assertEquals(
                "SUPPORTED",
                claim(claims, "our-read-is-sound").get("verdict").asText(),
                () -> claim(claims, "our-read-is-sound").toPrettyString());
    }

    @Test
    void refusesWhatItCannotReadInOneLine() throws IOException {
        CommandRun run = new CommandRun(folder);
        run.assertRefused(ExitStatus.USAGE, "Missing required parameter: 'DIR'", "claims");
        run.assertRefused(
                ExitStatus.USAGE,
                folder.resolve("none") + ": no such folder",
                "claims",
                folder.resolve("none").toString());
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "claims:\n  - name: x\n");
        run.assertRefused(
                ExitStatus.USAGE,
                bad + ":2:5: unknown key 'name'; allowed: id, section",
                "claims",
                folder.toString(),
                "--claims",
                bad.toString());
        Path truncated = Files.createDirectory(folder.resolve("truncated"));
        String whole = Files.readString(folder.resolve(RunDocumentFile.NAME));
        Files.writeString(truncated.resolve(RunDocumentFile.NAME), whole.substring(0, whole.length() / 2));
        run.assertRefused(ExitStatus.USAGE, "run.json:", "claims", truncated.toString());
        Files.writeString(
                truncated.resolve(RunDocumentFile.NAME),
                whole.replace("\"schemaVersion\": 1", "\"schemaVersion\": 99"));
        run.assertRefused(ExitStatus.USAGE, "schemaVersion is unknown: 99", "claims", truncated.toString());
    }

    @Test
    void whatTheClaimsNeedCanBeRun() {
        List<String> suites = BuiltIns.suites().stream().map(Suite::name).toList();
        int accepted = 0;
        for (Claim claim : Claims.builtIn().all()) {
            String command = claim.measure();
            if (command != null) {
                Matcher suite = SUITE.matcher(command);
                boolean known = !suite.find() || suites.contains(suite.group(1));
                List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
                assertEquals("./busmark", words.remove(0));
                words.add("--plan");
                CommandRun run = new CommandRun(folder);
                int status = run.of(words.toArray(new String[0]));
                assertEquals(known ? ExitStatus.OK : ExitStatus.USAGE, status, () -> command + ": " + run.err());
                accepted += known ? 1 : 0;
            }
        }
        assertTrue(accepted >= 4, "accepted: " + accepted);
    }

    private static JsonNode claim(JsonNode claims, String id) {
        for (JsonNode claim : claims) {
            if (claim.get("id").asText().equals(id)) {
                return claim;
            }
        }
        throw new AssertionError(id + " is not there");
    }

    private static List<String> fields(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
