package org.busmark.bench.campaign;

/** Where brokers come from. */
public enum BrokerMode {
    /** Private processes that Busmark starts and ends. */
    NATIVE,
    /** Addresses that the user gives. */
    EXTERNAL,
    /** The containers of docker-compose.yml. */
    DOCKER
}
