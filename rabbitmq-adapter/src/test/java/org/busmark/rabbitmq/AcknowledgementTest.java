package org.busmark.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AcknowledgementTest {
    private final List<Long> sent = new ArrayList<>();

    @Test
    void coversSeveralDeliveriesAtOnce() {
        Acknowledgement acknowledgement = new Acknowledgement(3, sent::add);
        for (int tag = 1; tag <= 8; tag++) {
            acknowledgement.listened(tag);
        }
        assertEquals(List.of(3L, 6L), sent);
    }

    @Test
    void coversTheTailWhenNothingMoreComes() {
        Acknowledgement acknowledgement = new Acknowledgement(3, sent::add);
        acknowledgement.listened(1);
        acknowledgement.whenIdle();
        assertEquals(List.of(), sent, "something came since the last tick");
        acknowledgement.whenIdle();
        acknowledgement.whenIdle();
        assertEquals(List.of(1L), sent);
    }

    @Test
    void neverRepeatsNorGoesBack() {
        Acknowledgement acknowledgement = new Acknowledgement(2, sent::add);
        acknowledgement.rest();
        acknowledgement.listened(1);
        acknowledgement.listened(2);
        acknowledgement.rest();
        acknowledgement.listened(3);
        acknowledgement.rest();
        assertEquals(List.of(2L, 3L), sent);
    }

    @Test
    void sendsNothingWhereTheBrokerExpectsNothing() {
        Acknowledgement acknowledgement = Acknowledgement.none();
        acknowledgement.listened(1_000_000);
        acknowledgement.whenIdle();
        acknowledgement.rest();
        assertEquals(List.of(), sent);
    }

    @Test
    void survivesAChannelThatIsGone() {
        Acknowledgement acknowledgement = new Acknowledgement(1, tag -> {
            sent.add(tag);
            throw new IOException("gone");
        });
        acknowledgement.listened(1);
        acknowledgement.listened(2);
        assertEquals(List.of(1L, 2L), sent);
    }
}
