package org.busmark.broker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The part of a log file that was written from a certain moment on. Stateless but for the moment; thread-safe. */
final class LogTail {
    private static final int TAIL_BYTES = 64 * 1024;

    private final Path log;
    private final long fromByte;

    /** Everything appended from now on; the file need not exist yet. */
    LogTail(Path log) throws IOException {
        this.log = log;
        this.fromByte = Files.exists(log) ? Files.size(log) : 0;
    }

    Path log() {
        return log;
    }

    /** Its last lines, without a line end after the last; as much of them as the last 64 KiB hold. */
    String lastLines(int count) {
        String tail;
        try (SeekableByteChannel channel = Files.newByteChannel(log)) {
            long from = Math.max(fromByte, channel.size() - TAIL_BYTES);
            tail = new String(read(channel, from), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
        List<String> lines = tail.stripTrailing().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }

    /** A search for a text that reads each byte of a growing log about once. Not thread-safe. */
    Search search(String text) {
        return new Search(text);
    }

    private static byte[] read(SeekableByteChannel channel, long from) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(Math.max(channel.size() - from, 0), 1 << 20));
        channel.position(from);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // as many bytes as there are
        }
        return java.util.Arrays.copyOf(bytes.array(), bytes.position());
    }

    final class Search {
        /** UTF-8 bytes as characters, so that a piece may begin in the middle of one. */
        private final String bytes;

        private long nextByte = fromByte;
        private boolean found;

        private Search(String text) {
            this.bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        }

        boolean found() {
            boolean more = !found;
            while (more) {
                more = readPiece();
            }
            return found;
        }

        /** Returns whether there may be more to read now. */
        private boolean readPiece() {
            try (SeekableByteChannel channel = Files.newByteChannel(log)) {
                byte[] piece = read(channel, nextByte);
                found = new String(piece, StandardCharsets.ISO_8859_1).contains(bytes);
                // The text may begin at the end of this piece.
                int advance = Math.max(0, piece.length - bytes.length() + 1);
                nextByte += advance;
                return !found && advance > 0;
            } catch (IOException e) {
                return false;
            }
        }
    }
}
