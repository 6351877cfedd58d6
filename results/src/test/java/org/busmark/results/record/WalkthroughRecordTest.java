package org.busmark.results.record;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.busmark.bus.Guarantee;
import org.busmark.results.record.WalkthroughRecord.Arrival;
import org.busmark.results.record.WalkthroughRecord.Sent;
import org.busmark.results.record.WalkthroughRecord.Variant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class WalkthroughRecordTest {
    @Test
    void mendedHoldsWhenEachMessageArrivedOnceInWhateverOrder() {
        assertTrue(walkthrough(Variant.MENDED, null, 2, 0, 1).holds());
        assertFalse(walkthrough(Variant.MENDED, null, 0, 1).holds(), "one is missing");
        assertFalse(walkthrough(Variant.MENDED, null, 0, 1, 2, 1).holds(), "one came twice");
        assertFalse(walkthrough(Variant.MENDED, null, 0, 1, 1).holds(), "one came twice and one is missing");
        assertFalse(walkthrough(Variant.MENDED, null, 0, 1, 2, -1).holds(), "one is a stranger");
    }

    @Test
    void asWrittenHoldsWhateverArrived() {
        assertTrue(walkthrough(Variant.AS_WRITTEN, null).holds());
        assertTrue(walkthrough(Variant.AS_WRITTEN, null, 1, 1, -1).holds());
    }

    @Test
    void nothingHoldsAfterAFailure() {
        assertFalse(walkthrough(Variant.AS_WRITTEN, "refused").holds());
        assertFalse(walkthrough(Variant.MENDED, "refused", 0, 1, 2).holds());
    }

    private static WalkthroughRecord walkthrough(Variant variant, @Nullable String failure, int... arrived) {
        List<Sent> sent = Stream.of(0, 1, 2)
                .map(message -> new Sent(message, "key", "ACKNOWLEDGED"))
                .toList();
        List<Arrival> arrivals = IntStream.of(arrived)
                .mapToObj(message -> new Arrival(message, message % 2))
                .toList();
        return new WalkthroughRecord("kafka", Guarantee.PERSISTED, variant, List.of(), sent, arrivals, failure);
    }
}
