package org.busmark.results.report;

import java.util.List;
import java.util.stream.Stream;
import org.busmark.results.report.Bullets.Bullet;

/**
 * What the campaign says of one work.
 *
 * @param work which one, and all there is to say where nothing follows
 * @param shown differences that are shown, and capacities
 * @param notShown comparisons that cannot tell the two apart, which is an answer too
 */
public record Answer(Prose work, List<Prose> shown, List<Prose> notShown) {
    public Answer {
        shown = List.copyOf(shown);
        notShown = List.copyOf(notShown);
    }

    Bullet bullet() {
        return new Bullet(
                work,
                Stream.concat(shown.stream(), notShown.stream())
                        .map(Bullet::new)
                        .toList());
    }
}
