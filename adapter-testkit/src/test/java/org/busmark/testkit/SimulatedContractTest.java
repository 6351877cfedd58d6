package org.busmark.testkit;

import org.busmark.bus.BusAdapter;
import org.busmark.simulated.SimulatedAdapter;

final class SimulatedContractTest extends BusContractTest {
    @Override
    protected BusAdapter adapter() {
        return new SimulatedAdapter();
    }
}
