package org.busmark.bus;

import java.util.Map;

/**
 * The door through which a messaging system enters: found by {@link java.util.ServiceLoader}, made by its public
 * constructor without arguments, which does nothing that costs. Stateless and thread-safe.
 *
 * <p>An adapter that can start a broker of its own also implements {@code org.busmark.broker.ProvisionsBroker}.
 */
public interface BusAdapter {
    /** Short name on command lines and in files: lower case letters and digits. */
    String id();

    /** Name for people, as the system's authors write it. */
    String displayName();

    /** What the system can do. */
    Capabilities capabilities();

    /** The guarantees that it offers and how it offers each; one that is absent is "not offered". */
    Map<Guarantee, GuaranteeTerms> guarantees();

    /**
     * Connects.
     *
     * @param settings addresses and tuning
     * @param disturbances hears what disturbs the connection until it is closed
     * @throws BusException if the system cannot be reached within 30 s, refuses, or a setting is not known
     */
    MessageBus connect(BusSettings settings, DisturbanceListener disturbances) throws BusException;
}
