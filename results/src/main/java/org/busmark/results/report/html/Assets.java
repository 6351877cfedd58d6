package org.busmark.results.report.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.busmark.results.report.VisibleText;

/** What every report is made of, from the class path. */
final class Assets {
    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

    private Assets() {}

    /** The library that draws, as its authors ship it. */
    static String library() {
        return text(UPLOT + "uPlot.iife.min.js");
    }

    static String script() {
        return text("report.js");
    }

    static String style() {
        return text(UPLOT + "uPlot.min.css") + "\n" + text("report.css");
    }

    /** A variable that the page does not have is an error, and every text is shown as itself. */
    static Template template() {
        return Mustache.compiler()
                .withLoader(name -> new StringReader(text(name + ".mustache")))
                .withEscaper(raw -> com.samskivert.mustache.Escapers.HTML.escape(VisibleText.of(raw)))
                .emptyStringIsFalse(true)
                .strictSections(false)
                .compile(text("report.mustache"));
    }

    private static String text(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
