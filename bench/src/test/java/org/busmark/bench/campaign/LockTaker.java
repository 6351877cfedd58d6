package org.busmark.bench.campaign;

import java.io.IOException;

/** Another process that would measure: ends with 0 when it may, with 1 when it may not. */
final class LockTaker {
    private LockTaker() {}

    public static void main(String[] words) throws IOException {
        System.exit(MeasurementLock.tryTake().isPresent() ? 0 : 1);
    }
}
