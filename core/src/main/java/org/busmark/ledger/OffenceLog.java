package org.busmark.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The first {@link #LIMIT} offences of each kind. Thread-safe; takes no lock for a kind that is full. */
final class OffenceLog {
    static final int LIMIT = 20;

    private final Map<Offence, List<String>> kept = new EnumMap<>(Offence.class);
    private volatile Set<Offence> full = Set.of();

    /** @param where whose message or outcome, in words, such as "producer 0" */
    void add(Offence kind, String where) {
        if (full.contains(kind)) {
            return;
        }
        synchronized (this) {
            List<String> ofKind = kept.computeIfAbsent(kind, k -> new ArrayList<>());
            if (ofKind.size() < LIMIT) {
                ofKind.add(kind.words() + " " + where);
            }
            if (ofKind.size() == LIMIT && !full.contains(kind)) {
                Set<Offence> next = EnumSet.of(kind);
                next.addAll(full);
                full = Collections.unmodifiableSet(next);
            }
        }
    }

    /** Names a message at a place. */
    void add(Offence kind, int producer, long sequence, String place) {
        if (!full.contains(kind)) {
            add(kind, "producer " + producer + " sequence " + sequence + place);
        }
    }

    /** Adds what another log keeps. */
    void addAll(OffenceLog other) {
        Map<Offence, List<String>> theirs;
        synchronized (other) {
            theirs = new EnumMap<>(other.kept);
            theirs.replaceAll((kind, lines) -> List.copyOf(lines));
        }
        synchronized (this) {
            theirs.forEach((kind, lines) ->
                    kept.computeIfAbsent(kind, k -> new ArrayList<>()).addAll(lines));
        }
    }

    /** Up to {@link #LIMIT} of all kinds: one of each kind by turns, so that a flood of one hides no other. */
    synchronized List<String> first() {
        List<String> mixed = new ArrayList<>();
        for (int turn = 0; turn < LIMIT; turn++) {
            for (List<String> ofKind : kept.values()) {
                if (turn < ofKind.size() && mixed.size() < LIMIT) {
                    mixed.add(ofKind.get(turn));
                }
            }
        }
        return mixed;
    }
}
