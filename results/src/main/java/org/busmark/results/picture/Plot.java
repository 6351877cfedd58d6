package org.busmark.results.picture;

import java.util.List;

/**
 * What a picture shows, before anybody draws it.
 *
 * @param fileWords what its file is called after
 * @param subtitle which work, how often
 * @param notes what a reader must know to not be misled, a sentence each
 */
record Plot(
        List<String> fileWords,
        String title,
        String subtitle,
        Axis x,
        Axis y,
        List<Curve> curves,
        List<Remark> remarks,
        List<String> notes) {
    Plot {
        fileWords = List.copyOf(fileWords);
        curves = List.copyOf(curves);
        remarks = List.copyOf(remarks);
        notes = List.copyOf(notes);
    }
}
