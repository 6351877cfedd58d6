package org.busmark.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.busmark.broker.JavaProgram;
import org.junit.jupiter.api.Test;

final class MeasurementLockTest {
    @Test
    void neitherThisProcessNorAnotherTakesItTwice() throws IOException, InterruptedException {
        try (MeasurementLock held = MeasurementLock.tryTake().orElseThrow()) {
            assertTrue(MeasurementLock.tryTake().isEmpty());
            // The refusal just now must not have let go of it.
            assertEquals(1, statusOfAnother());
            held.close();
            assertEquals(0, statusOfAnother());
        }
        MeasurementLock.tryTake().orElseThrow().close();
    }

    private static int statusOfAnother() throws IOException, InterruptedException {
        Process another = new ProcessBuilder(List.of(
                        JavaProgram.ofThisProcess(),
                        "-D" + MeasurementLock.PROPERTY + "=" + MeasurementLock.file(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockTaker.class.getName()))
                .inheritIO()
                .start();
        assertTrue(another.waitFor(60, TimeUnit.SECONDS), "it should only try");
        return another.exitValue();
    }
}
