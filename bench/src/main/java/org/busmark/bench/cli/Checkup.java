package org.busmark.bench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.busmark.bench.environment.FileSystemOf;
import org.busmark.bench.environment.MachineEnvironment;
import org.busmark.bench.environment.ProgramPath;
import org.busmark.bench.files.BuiltIns;
import org.busmark.bench.plan.Plan;
import org.busmark.broker.ProvisionsBroker;
import org.busmark.bus.BusAdapter;
import org.busmark.results.record.EnvironmentRecord;
import org.busmark.workload.Suite;

/** Looks at the machine for what suite quick needs. */
final class Checkup {
    private static final int GOOD_CORES = 2;
    private static final long GOOD_MEMORY_BYTES = 3L << 30;

    private final Surroundings around;
    private final Path data;
    private final ProgramPath programs;
    private final BrokerChecks brokerChecks;
    private final List<Check> checks = new ArrayList<>();

    Checkup(Surroundings around, Path data, ProgramPath programs) {
        this.around = around;
        this.data = data;
        this.programs = programs;
        this.brokerChecks = new BrokerChecks(around.cache(), programs);
    }

    List<Check> checks() {
        checks.clear();
        hardware(MachineEnvironment.begin().read(data, List.of()));
        disk();
        cache();
        program("mvn", "fetches Kafka's broker", "install Maven 3.8.7 or newer");
        program("apt-get", "fetches RabbitMQ's packages", "needed only to unpack RabbitMQ on Debian-like systems");
        program("dpkg", "unpacks them", "needed only to unpack RabbitMQ on Debian-like systems");
        program("setsid", "lets brokers end even when Busmark is killed", "install util-linux");
        program(
                "flock",
                "keeps two launchers from building at once",
                "install util-linux; the launcher manages without");
        program("docker", "for --brokers docker only", "needed only for --brokers docker");
        for (BusAdapter bus : around.buses()) {
            bus(bus);
        }
        return List.copyOf(checks);
    }

    private void hardware(EnvironmentRecord machine) {
        checks.add(Check.ok("java", machine.jvm() + " in " + System.getProperty("java.home")));
        int cores = Runtime.getRuntime().availableProcessors();
        String cpu = cores + " cores" + (machine.cpuModel() == null ? "" : ", " + machine.cpuModel());
        checks.add(
                cores >= GOOD_CORES
                        ? Check.ok("processor", cpu)
                        : Check.note("processor", cpu, "expect DEGRADED verdicts below " + GOOD_CORES + " cores"));
        Long memory = machine.memoryBytes();
        if (memory != null) {
            String found = Folders.mebibytes(memory);
            checks.add(
                    memory >= GOOD_MEMORY_BYTES
                            ? Check.ok("memory", found)
                            : Check.note("memory", found, "brokers and harness want about 3 GiB together"));
        }
        String type = machine.dataFileSystem();
        if (type != null) {
            boolean inMemory = type.equals("tmpfs") || type.equals("ramfs");
            checks.add(
                    inMemory
                            ? Check.note(
                                    "data folder",
                                    data + " is on " + type + ": nothing reaches a disk",
                                    "--data-dir names a folder on a disk")
                            : Check.ok("data folder", data + " on " + type));
        }
    }

    private void disk() {
        Suite quick = BuiltIns.suiteNamed("quick");
        long needed = Plan.of(quick.workloads(), around.buses(), quick.rounds()).diskBytes();
        OptionalLong free = FileSystemOf.freeBytes(data);
        if (free.isPresent()) {
            String found = Folders.mebibytes(free.getAsLong()) + " free for brokers' data, suite quick may take "
                    + Folders.mebibytes(needed);
            checks.add(
                    free.getAsLong() >= needed
                            ? Check.ok("disk", found)
                            : Check.missing("disk", found, "--data-dir names another folder"));
        }
    }

    private void cache() {
        Path folder = around.cache().folder();
        boolean writable = Files.isWritable(FileSystemOf.existing(folder));
        checks.add(
                writable
                        ? Check.ok("cache folder", folder.toString())
                        : Check.missing(
                                "cache folder", folder + " cannot be written", "BUSMARK_CACHE names another folder"));
    }

    private void program(String program, String purpose, String remedy) {
        Optional<Path> found = programs.find(program);
        checks.add(
                found.isPresent()
                        ? Check.ok(program, found.get() + ", " + purpose)
                        : Check.note(program, "not found; " + purpose, remedy));
    }

    private void bus(BusAdapter bus) {
        String what = "bus " + bus.id();
        if (!bus.capabilities().needsBroker()) {
            checks.add(Check.ok(what, "needs no broker"));
        } else if (bus instanceof ProvisionsBroker) {
            checks.add(brokerChecks.of(bus.id()));
        } else {
            checks.add(Check.missing(
                    what, "has no private broker", "--broker " + bus.id() + "=FILE.properties gives an address"));
        }
    }
}
