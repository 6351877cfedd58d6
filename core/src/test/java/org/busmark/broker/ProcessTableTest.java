package org.busmark.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who belongs to whom, on made-up machines; pids here are above what this system gives. */
final class ProcessTableTest {
    private static final long BASE = 100_000_000_000L;

    private final Map<Long, ProcessStat> machine = new HashMap<>();

    @Test
    void aFamilyIsTheRootAndAllItsDescendants() {
        process(1, 10, 0, 1);
        process(2, 11, 1, 1);
        process(3, 12, 2, 3);
        process(4, 13, 0, 4);
        assertEquals(Set.of(1L, 2L, 3L), family(root(1, 10, false)));
    }

    @Test
    void aMemberOfALeadersSessionBelongsToItWhoeverItsParentIs() {
        process(1, 10, 0, 1);
        process(2, 11, 0, 1);
        process(3, 12, 2, 3);
        assertEquals(Set.of(1L, 2L, 3L), family(root(1, 10, true)));
        assertEquals(Set.of(1L), family(root(1, 10, false)));
    }

    @Test
    void aLeaderThatIsGoneStillNamesItsSession() {
        process(2, 11, 0, 1);
        assertEquals(Set.of(2L), family(root(1, 10, true)));
        assertEquals(Set.of(), family(root(1, 10, false)));
    }

    @Test
    void aPidThatWasGivenAgainIsAStranger() {
        process(1, 99, 0, 1);
        process(2, 100, 1, 1);
        assertEquals(Set.of(), family(root(1, 10, true)));
    }

    @Test
    void aZombieDoesNotLive() {
        machine.put(BASE + 1, new ProcessStat(new ProcessKey(BASE + 1, 10), 'Z', BASE, BASE + 1, 0, 0));
        assertEquals(Set.of(), family(root(1, 10, true)));
        assertEquals(
                1,
                new ProcessTable(machine)
                        .familyAndZombies(List.of(root(1, 10, true)))
                        .size());
    }

    @Test
    void theCallingProcessIsNotToBeEnded() throws IOException {
        ProcessKey self = ProcessKey.of(ProcessHandle.current().pid()).orElseThrow();
        ProcessTable now = ProcessTable.read();
        assertTrue(now.get(self.pid()).isPresent());
        Set<ProcessKey> family = now.family(List.of(new RegisteredProcess(self, true)), null);
        assertTrue(!family.contains(self), family::toString);
    }

    @Test
    void readsANameWithSpacesAndParentheses() {
        String line = "42 (a ) R (b\n) S 7 42 40 0 -1 4194560 1 2 3 4 50 60 700 800 20 0 1 0 12345 6 7 8";
        assertEquals(
                Optional.of(new ProcessStat(new ProcessKey(42, 12345), 'S', 7, 40, 110, 1500)),
                ProcessStat.parse(line));
        assertEquals(Optional.empty(), ProcessStat.parse("42 (a"));
        assertEquals(Optional.empty(), ProcessStat.parse("42 (a) S 7"));
        assertEquals(Optional.empty(), ProcessStat.parse(""));
    }

    @Test
    void aRegistrysFileNamesAreReadBack() {
        for (RegisteredProcess process : List.of(root(1, 10, true), root(2, 20, false))) {
            assertEquals(Optional.of(process), RegisteredProcess.parse(process.fileName()));
        }
        for (String strange : List.of("", ".", "1", "1.", ".2", "1.2.other", "x.leader")) {
            assertEquals(Optional.empty(), RegisteredProcess.parse(strange), strange);
        }
    }

    private void process(int pid, long start, int parent, int session) {
        machine.put(
                BASE + pid,
                new ProcessStat(new ProcessKey(BASE + pid, start), 'S', BASE + parent, BASE + session, 0, 0));
    }

    private static RegisteredProcess root(int pid, long start, boolean leader) {
        return new RegisteredProcess(new ProcessKey(BASE + pid, start), leader);
    }

    private Set<Long> family(RegisteredProcess root) {
        return new ProcessTable(machine)
                .family(List.of(root), null).stream()
                        .map(key -> key.pid() - BASE)
                        .collect(Collectors.toSet());
    }
}
