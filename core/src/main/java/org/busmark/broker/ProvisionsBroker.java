package org.busmark.broker;

/** What a {@link org.busmark.bus.BusAdapter} also implements when Busmark can start a private broker for it. */
public interface ProvisionsBroker {
    /** How to get and start the broker. */
    BrokerRecipe brokerRecipe();
}
