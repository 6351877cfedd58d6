package org.busmark.results.picture;

import static org.busmark.results.picture.MadeUpFolder.openLoop;
import static org.busmark.results.picture.MadeUpFolder.roundTrip;
import static org.busmark.results.picture.MadeUpFolder.samples;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.busmark.ledger.Verdict;
import org.busmark.results.Campaigns;
import org.busmark.results.picture.Pictures.Album;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PicturesTest {
    @TempDir
    private Path folder;

    private MadeUpFolder everything() throws IOException {
        return new MadeUpFolder(folder)
                .throughput("kafka", 1, Verdict.VALID, 300_000)
                .throughput("zeromq", 1, Verdict.VALID, 900_000)
                .run(openLoop("kafka", "steady", 5_000), 1, Verdict.VALID, List.of(samples(5_000, 4_000_000)))
                .run(openLoop("zeromq", "steady", 5_000), 1, Verdict.VALID, List.of(samples(5_000, 50_000)))
                .run(roundTrip("zeromq", "ping"), 1, Verdict.VALID, List.of(samples(5_000, 80_000)));
    }

    @Test
    void everyPictureIsAPngOfTheStatedSizeWithSomethingInIt() throws IOException {
        Album album = Pictures.write(folder, everything().document(), folder.resolve("pictures"));

        assertEquals(
                List.of(
                        "overview.png",
                        "throughput-stream-fire-and-forget.png",
                        "percentiles-steady-fire-and-forget.png",
                        "percentiles-ping-fire-and-forget.png",
                        "time-steady-fire-and-forget.png",
                        "time-ping-fire-and-forget.png"),
                album.pictures().stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
        assertEquals(List.of(), album.leftOut());
        for (Path file : album.pictures()) {
            BufferedImage image = read(file);
            boolean overview = file.endsWith("overview.png");
            assertEquals(overview ? Pictures.OVERVIEW_WIDTH : Pictures.WIDTH, image.getWidth());
            assertEquals(overview ? Pictures.OVERVIEW_HEIGHT : Pictures.HEIGHT, image.getHeight());
            assertTrue(colours(image) > 10, () -> file + " is blank");
        }
    }

    @Test
    void aCurveIsDrawnInTheColourOfItsBus() throws IOException {
        Album album = Pictures.write(folder, everything().document(), folder.resolve("pictures"));

        BufferedImage image = read(album.pictures().get(2));

        int kafka = new Palette(List.of()).of("kafka").getRGB();
        int rabbitmq = new Palette(List.of()).of("rabbitmq").getRGB();
        assertTrue(Arrays.stream(pixels(image)).anyMatch(pixel -> pixel == kafka));
        assertTrue(Arrays.stream(pixels(image)).noneMatch(pixel -> pixel == rabbitmq));
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        MadeUpFolder made = everything();

        Album first = Pictures.write(folder, made.document(), folder.resolve("first"));
        Album second = Pictures.write(folder, made.document(), folder.resolve("second"));

        for (int i = 0; i < first.pictures().size(); i++) {
            assertArrayEquals(
                    Files.readAllBytes(first.pictures().get(i)),
                    Files.readAllBytes(second.pictures().get(i)));
        }
    }

    @Test
    void aLogThatIsGoneCostsACurveAndIsNamed() throws IOException {
        MadeUpFolder made = everything();
        var document = made.document();
        Files.delete(made.log(3));

        Album album = Pictures.write(folder, document, folder.resolve("pictures"));

        assertEquals(6, album.pictures().size());
        assertEquals(List.of(made.log(3) + ": histogram log is missing"), album.leftOut());
    }

    @Test
    void hostileNamesAreDrawnAndNamedHarmlessly() throws IOException {
        String hostile = Campaigns.HOSTILE + "$x$";
        var document = new MadeUpFolder(folder)
                .throughput(hostile, 1, Verdict.VALID, 5)
                .throughput("$", 1, Verdict.VALID, 5_000)
                .run(openLoop(hostile, hostile, 5_000), 1, Verdict.DEGRADED, List.of(samples(5_000, 4_000_000)))
                .run(openLoop("$", hostile, 5_000), 1, Verdict.INVALID, List.of(samples(5_000, 4_000_000)))
                .document();

        Album album = Pictures.write(folder, document, folder.resolve("pictures"));

        assertEquals(4, album.pictures().size());
        for (Path file : album.pictures()) {
            assertEquals(folder.resolve("pictures"), file.getParent());
            assertTrue(file.getFileName().toString().matches("[a-z0-9-]+\\.png"), file::toString);
            assertTrue(colours(read(file)) > 10);
        }
    }

    @Test
    void aRunWithNothingToShowGivesNoPicture() throws IOException {
        var document = new MadeUpFolder(folder)
                .throughput("kafka", 1, Verdict.INVALID, 300_000)
                .document();

        assertEquals(
                List.of(),
                Pictures.write(folder, document, folder.resolve("pictures")).pictures());
    }

    @Test
    void theOverviewShowsThroughputBesideLatency() throws IOException {
        Album album = Pictures.write(folder, everything().document(), folder);

        BufferedImage image = read(album.pictures().get(0));
        int half = image.getWidth() / 2;
        assertTrue(colours(image.getSubimage(0, 0, half, image.getHeight())) > 10);
        assertTrue(colours(image.getSubimage(half, 0, half, image.getHeight())) > 10);
    }

    @Test
    void withoutLatencyThereIsNoOverview() throws IOException {
        var document = new MadeUpFolder(folder)
                .throughput("kafka", 1, Verdict.VALID, 300_000)
                .document();

        List<Path> pictures = Pictures.write(folder, document, folder).pictures();

        assertEquals(1, pictures.size());
        assertEquals(Pictures.WIDTH, read(pictures.get(0)).getWidth());
    }

    private static BufferedImage read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Arrays.copyOf(bytes, 4));
        return ImageIO.read(file.toFile());
    }

    private static long colours(BufferedImage image) {
        return Arrays.stream(pixels(image)).distinct().count();
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
