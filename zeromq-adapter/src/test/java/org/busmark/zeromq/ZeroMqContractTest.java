package org.busmark.zeromq;

import org.busmark.bus.BusAdapter;
import org.busmark.testkit.BusContractTest;

final class ZeroMqContractTest extends BusContractTest {
    @Override
    protected BusAdapter adapter() {
        return new ZeroMqAdapter();
    }
}
