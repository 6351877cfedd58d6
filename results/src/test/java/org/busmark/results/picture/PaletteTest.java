package org.busmark.results.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PaletteTest {
    @Test
    void aBusHasOneColourWhoeverStandsBesideIt() {
        Palette two = new Palette(List.of("kafka", "nats"));
        Palette three = new Palette(List.of("zeromq", "kafka", "nats"));

        assertEquals(two.of("kafka"), three.of("kafka"));
        assertEquals(two.of("nats"), three.of("nats"));
    }

    @Test
    void newBusesAreToldApart() {
        Palette palette = new Palette(List.of("a", "b", "c", "d"));

        assertEquals(
                4,
                List.of("a", "b", "c", "d").stream().map(palette::of).distinct().count());
        assertNotEquals(palette.of("a"), palette.of("kafka"));
    }

    @Test
    void whatNobodyNamedIsGrey() {
        assertEquals(Palette.GREY, new Palette(List.of("1", "2", "3", "4", "5")).of("5"));
        assertEquals(Palette.GREY, new Palette(List.of()).of("nobody"));
    }
}
