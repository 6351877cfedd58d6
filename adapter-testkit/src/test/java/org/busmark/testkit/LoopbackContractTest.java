package org.busmark.testkit;

import org.busmark.bus.BusAdapter;
import org.busmark.simulated.LoopbackAdapter;

final class LoopbackContractTest extends BusContractTest {
    @Override
    protected BusAdapter adapter() {
        return new LoopbackAdapter();
    }
}
