package org.busmark.results.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

final class RemarkPlacesTest {
    private final RemarkPlaces places = new RemarkPlaces(100, 500, 20);

    @Test
    void whatIsFarApartStandsOnOneLine() {
        assertEquals(new Rectangle2D.Double(175, 280, 50, 20), places.take(200, 300, 50));
        assertEquals(new Rectangle2D.Double(275, 280, 50, 20), places.take(300, 300, 50));
    }

    @Test
    void neighboursStandAboveEachOther() {
        assertEquals(280, places.take(200, 300, 50).getY());
        assertEquals(260, places.take(210, 300, 50).getY());
        assertEquals(240, places.take(190, 300, 50).getY());
        assertEquals(280, places.take(300, 300, 50).getY());
    }

    @Test
    void nothingLeavesThePlot() {
        assertEquals(100, places.take(101, 300, 50).getX());
        assertEquals(450, places.take(499, 300, 50).getX());
    }
}
