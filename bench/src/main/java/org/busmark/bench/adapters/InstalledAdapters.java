package org.busmark.bench.adapters;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.busmark.bus.BusAdapter;

/** What {@link ServiceLoader} finds on the class path, by id. */
public final class InstalledAdapters {
    private final List<BusAdapter> adapters;

    private InstalledAdapters(List<BusAdapter> adapters) {
        this.adapters = adapters;
    }

    /** Looks them up. */
    public static InstalledAdapters load() {
        return new InstalledAdapters(
                StreamSupport.stream(ServiceLoader.load(BusAdapter.class).spliterator(), false)
                        .sorted(Comparator.comparing(BusAdapter::id))
                        .toList());
    }

    /** All of them, by id. */
    public List<BusAdapter> all() {
        return adapters;
    }

    /** The ids, for messages. */
    public String ids() {
        return adapters.stream().map(BusAdapter::id).collect(Collectors.joining(", "));
    }

    /** The adapter with this id. */
    public Optional<BusAdapter> find(String id) {
        return adapters.stream().filter(adapter -> adapter.id().equals(id)).findFirst();
    }

    /** @throws IllegalArgumentException naming the id and what is allowed */
    public BusAdapter get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("'" + id + "' is not a bus; allowed: " + ids()));
    }
}
