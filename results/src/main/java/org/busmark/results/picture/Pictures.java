package org.busmark.results.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.busmark.results.record.RunDocument;

/**
 * Draws a run. The same run gives the same bytes on the same machine; another machine may have other fonts. A picture is
 * made to be shown 700 pixels wide, where its smallest writing is still 10 pixels high.
 */
public final class Pictures {
    static final int WIDTH = 1000;
    static final int HEIGHT = 640;
    static final int OVERVIEW_WIDTH = 1400;
    static final int OVERVIEW_HEIGHT = 620;
    private static final int FONT_SIZE = 18;
    private static final int OVERVIEW_FONT_SIZE = 21;

    private Pictures() {}

    /**
     * What came of it.
     *
     * @param pictures files that were written
     * @param leftOut why some have a curve less than they could, a line each
     */
    public record Album(List<Path> pictures, List<String> leftOut) {
        public Album {
            pictures = List.copyOf(pictures);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * Writes what there is to show: throughput of each closed loop, latency by percentile and over time of each open loop
     * and round trip, latency against load of each work whose capacity was searched for. Files are called after the kind
     * of picture and the work, such as {@code percentiles-small-open-loop-persisted.png}; existing ones are replaced.
     *
     * <p>First comes {@code overview.png}, for the top of a README: throughput of the first closed loop beside latency
     * against load or, where no capacity was searched for, latency by percentile of the first open loop. Where the run has
     * only one of the two, there is none.
     *
     * @param runFolder that the document's histograms lie in; a log that cannot be read costs a curve, and a line says so
     * @param outFolder is made where it is missing
     * @throws IOException if a file cannot be written, or this Java has no font to write with
     */
    public static Album write(Path runFolder, RunDocument document, Path outFolder) throws IOException {
        RunMaterial run = new RunMaterial(runFolder, document);
        List<Plot> throughput = ThroughputPlots.of(run);
        List<Plot> load = LoadPlots.of(run);
        List<Plot> percentiles = PercentilePlots.of(run);
        List<Path> written = new ArrayList<>();
        Files.createDirectories(outFolder);
        List<Plot> overview = overview(throughput, load, percentiles);
        if (!overview.isEmpty()) {
            Path file = outFolder.resolve("overview.png");
            write(file, overview, OVERVIEW_WIDTH, OVERVIEW_HEIGHT, OVERVIEW_FONT_SIZE);
            written.add(file);
        }
        FileNames names = new FileNames();
        for (Plot plot : Stream.of(throughput, load, percentiles, TimePlots.of(run))
                .flatMap(List::stream)
                .toList()) {
            Path file = outFolder.resolve(names.of(plot.fileWords()) + ".png");
            write(file, List.of(plot), WIDTH, HEIGHT, FONT_SIZE);
            written.add(file);
        }
        return new Album(written, run.unreadable());
    }

    /** What a README shows at its top; nothing where the run lacks either half. */
    private static List<Plot> overview(List<Plot> throughput, List<Plot> load, List<Plot> percentiles) {
        Stream<Plot> latency = Stream.concat(load.stream(), percentiles.stream());
        List<Plot> halves =
                Stream.concat(throughput.stream().limit(1), latency.limit(1)).toList();
        return halves.size() == 2 ? halves : List.of();
    }

    /** Side by side, each as wide as the others. */
    private static void write(Path file, List<Plot> plots, int width, int height, int fontSize) throws IOException {
        // Nothing is shown: a display that cannot be reached must not matter.
        System.setProperty("java.awt.headless", System.getProperty("java.awt.headless", "true"));
        try {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            int each = width / plots.size();
            for (int i = 0; i < plots.size(); i++) {
                Graphics2D part = (Graphics2D) graphics.create(i * each, 0, each, height);
                new PlotPainter(plots.get(i), fontSize).paint(part, each, height);
                part.dispose();
            }
            graphics.dispose();
            Png.write(file, image);
        } catch (LinkageError | InternalError e) {
            throw new IOException(
                    "this Java cannot draw letters: it finds no font; install one, such as the package"
                            + " fonts-dejavu-core, and libfreetype6",
                    e);
        }
    }
}
