package org.busmark.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PayloadViewTest {
    private static final byte[] BYTES = {0, 1, 2, 3, 4, 5, 6, 7};

    private final PayloadView view = new PayloadView();

    @Test
    void pointsIntoTheFetchedArray() {
        view.of(ByteBuffer.wrap(BYTES, 2, 4).slice());
        assertSame(BYTES, view.buffer());
        assertEquals(List.of(2, 4), List.of(view.offset(), view.length()));
    }

    @Test
    void copiesWhatHasNoArrayToShare() {
        for (ByteBuffer value : List.of(direct(), ByteBuffer.wrap(BYTES).asReadOnlyBuffer())) {
            value.position(3);
            view.of(value);
            assertNotSame(BYTES, view.buffer());
            assertEquals(ByteBuffer.wrap(BYTES, 3, 5), ByteBuffer.wrap(view.buffer(), view.offset(), view.length()));
            assertEquals(5, value.remaining(), "the record's own position moved");
        }
    }

    @Test
    void copyServesAgain() {
        view.of(direct());
        byte[] first = view.buffer();
        view.of(direct());
        assertSame(first, view.buffer());
    }

    @Test
    void recordWithoutValueIsEmpty() {
        view.of(ByteBuffer.wrap(BYTES));
        view.of(null);
        assertEquals(0, Arrays.copyOfRange(view.buffer(), view.offset(), view.offset() + view.length()).length);
    }

    private static ByteBuffer direct() {
        return ByteBuffer.allocateDirect(BYTES.length).put(0, BYTES);
    }
}
