package org.busmark.zeromq;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.busmark.zeromq.peer.BareOneWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class BareOneWayTest {
    @Test
    void printsWhatItMeasured() throws InterruptedException {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            BareOneWay.main(new String[] {"1000", "100", "2"});
        } finally {
            System.setOut(before);
        }
        String line = printed.toString(StandardCharsets.UTF_8).strip();
        assertTrue(line.matches("response p50 [0-9.]+ us p99 [0-9.]+ us of 1000"), line);
    }
}
