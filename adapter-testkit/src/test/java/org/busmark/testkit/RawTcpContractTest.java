package org.busmark.testkit;

import org.busmark.bus.BusAdapter;
import org.busmark.simulated.RawTcpAdapter;

final class RawTcpContractTest extends BusContractTest {
    @Override
    protected BusAdapter adapter() {
        return new RawTcpAdapter();
    }
}
