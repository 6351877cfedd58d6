package org.busmark.bench.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busmark.bench.campaign.BrokerMode;
import org.busmark.bench.files.ConnectionFile;
import org.busmark.bus.BusAdapter;
import org.busmark.results.files.InvalidFileException;

/**
 * Where the systems are that Busmark does not start.
 *
 * @param properties bus to connection in native names
 * @param files bus to the file that says so
 */
record ChosenBrokers(Map<String, Map<String, String>> properties, Map<String, Path> files) {
    static ChosenBrokers of(BrokerMode mode, List<String> options, List<BusAdapter> buses) throws InvalidFileException {
        Map<String, Map<String, String>> properties = new LinkedHashMap<>();
        Map<String, Path> files = new LinkedHashMap<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            if (equals < 1 || equals == option.length() - 1) {
                throw CommandFailure.usage("--broker is '" + option + "'; allowed: BUS=FILE.properties");
            }
            String bus = option.substring(0, equals);
            if (buses.stream().noneMatch(adapter -> adapter.id().equals(bus))) {
                throw CommandFailure.usage("--broker " + option + ": '" + bus + "' is not a bus of this run; allowed: "
                        + String.join(", ", buses.stream().map(BusAdapter::id).toList()));
            }
            Path file = Path.of(option.substring(equals + 1));
            if (properties.put(bus, ConnectionFile.read(file)) != null) {
                throw CommandFailure.usage("--broker stands twice for " + bus);
            }
            files.put(bus, file.toAbsolutePath().normalize());
        }
        if (mode == BrokerMode.EXTERNAL) {
            requireAll(buses, properties);
        }
        return new ChosenBrokers(properties, files);
    }

    private static void requireAll(List<BusAdapter> buses, Map<String, Map<String, String>> properties) {
        for (BusAdapter bus : buses) {
            if (bus.capabilities().needsBroker() && !properties.containsKey(bus.id())) {
                throw CommandFailure.usage("--brokers external needs --broker " + bus.id() + "=FILE.properties");
            }
        }
    }
}
