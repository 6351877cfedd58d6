package org.busmark.results.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.busmark.results.Campaigns;
import org.junit.jupiter.api.Test;

final class FileNamesTest {
    private final FileNames names = new FileNames();

    @Test
    void saysKindAndWork() {
        assertEquals("time-small-open-loop-persisted", names.of(List.of("time", "small-open-loop", "PERSISTED")));
    }

    @Test
    void nothingThatMeansSomethingToAFileSystemGetsThrough() {
        for (String hostile :
                List.of(Campaigns.HOSTILE, "../../etc/passwd", "a\\b", "C:x", "\u0000", "..", "\u202Egnp", "")) {
            String name = names.of(List.of("time", hostile));
            assertTrue(name.matches("time(-[a-z0-9]+)*"), name);
        }
    }

    @Test
    void noNameIsGivenTwice() {
        assertEquals("time-a-b", names.of(List.of("time", "a b")));
        assertEquals("time-a-b-2", names.of(List.of("time", "a/b")));
        assertEquals("time-a-b-3", names.of(List.of("time", "A.B")));
    }

    @Test
    void aLongNameIsCut() {
        String name = names.of(List.of("time", "x".repeat(500)));
        assertEquals(80, name.length());
        assertEquals(82, names.of(List.of("time", "x".repeat(501))).length());
    }
}
