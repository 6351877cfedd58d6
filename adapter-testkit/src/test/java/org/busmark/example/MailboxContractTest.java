package org.busmark.example;

import org.busmark.bus.BusAdapter;
import org.busmark.testkit.BusContractTest;

final class MailboxContractTest extends BusContractTest {
    @Override
    protected BusAdapter adapter() {
        return new MailboxAdapter();
    }
}
