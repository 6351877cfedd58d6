package org.busmark.results.picture;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A colour for each bus, the same in every picture of every run. They are those of M. Okabe and K. Ito ("Color Universal
 * Design", 2008), which stay apart for eyes that do not see red or green; bounds are grey.
 */
final class Palette {
    static final Color GREY = new Color(0x8A8A8A);

    private static final Map<String, Color> KNOWN = Map.of(
            "kafka", new Color(0x0072B2),
            "rabbitmq", new Color(0xD55E00),
            "zeromq", new Color(0x009E73),
            "simulated", new Color(0xCC79A7),
            "tcp", new Color(0x5C5C5C),
            "loopback", new Color(0xA8A8A8));

    private static final List<Color> OTHERS =
            List.of(new Color(0xE69F00), new Color(0x56B4E9), new Color(0xCC79A7), new Color(0x000000));

    private static final List<Color> IN_ORDER = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9));

    private final Map<String, Color> given = new HashMap<>(KNOWN);

    /** @param buses ids; one that is not known gets a colour by its name, and the next one where that is given already */
    Palette(List<String> buses) {
        List<Color> free = new ArrayList<>(OTHERS);
        for (String bus : buses) {
            if (!given.containsKey(bus)) {
                Color colour = free.isEmpty() ? GREY : free.get(Math.floorMod(bus.hashCode(), free.size()));
                free.remove(colour);
                given.put(bus, colour);
            }
        }
    }

    /** That bus's colour; grey for one that the palette was not told of. */
    Color of(String bus) {
        return given.getOrDefault(bus, GREY);
    }

    /** For what has no bus of its own. */
    static Color at(int index) {
        return IN_ORDER.get(index % IN_ORDER.size());
    }
}
