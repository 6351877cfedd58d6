package org.busmark.zeromq;

import java.util.Map;
import org.busmark.bus.Guarantee;
import org.busmark.bus.GuaranteeTerms;

/** What ZeroMQ promises: nothing beyond the hand-over, since nobody acknowledges. */
final class ZeroMqGuarantees {
    static final Map<Guarantee, GuaranteeTerms> OFFERED = Map.of(
            Guarantee.FIRE_AND_FORGET,
            new GuaranteeTerms(
                    "at most once: handed over means queued in the sender's socket; what queues hold is lost when either"
                            + " end closes or dies, and PUB drops what a subscriber's queue cannot take",
                    ZeroMqSettings.DEFAULTS.facts()));

    private ZeroMqGuarantees() {}
}
