package org.busmark.bench.campaign;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.busmark.bench.files.WorkloadFile;
import org.busmark.bench.fork.WorkloadText;
import org.busmark.results.files.InvalidFileException;
import org.busmark.results.record.CampaignRecord;
import org.busmark.results.record.CampaignRecord.WorkRecord;
import org.busmark.results.record.CampaignRecordFile;
import org.busmark.results.record.HarnessRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.UnreadableRecordException;
import org.busmark.workload.BrokerLife;
import org.busmark.workload.Question;
import org.busmark.workload.Work;
import org.busmark.workload.WorkItem;

/** A request as what {@code campaign.json} keeps of it, and back. */
final class RequestRecord {
    private RequestRecord() {}

    static CampaignRecord of(CampaignRequest request, Instant startedAt) {
        Map<String, String> files = new LinkedHashMap<>();
        request.brokerFiles().forEach((bus, file) -> files.put(bus, file.toString()));
        return new CampaignRecord(
                RunDocument.SCHEMA_VERSION,
                startedAt,
                new HarnessRecord(
                        HarnessVersion.version(), HarnessVersion.commit().orElse(null), commandToRepeat(request)),
                request.seed(),
                request.suiteName(),
                request.rounds(),
                request.work().brokers().text(),
                request.work().items().stream().map(RequestRecord::item).toList(),
                request.buses(),
                request.bounds(),
                text(request.brokers()),
                files,
                request.dataDir().toString());
    }

    /** With the seed, so that cells run in the same order. */
    private static List<String> commandToRepeat(CampaignRequest request) {
        List<String> words = new ArrayList<>(List.of("./busmark"));
        words.addAll(request.commandLine());
        if (words.stream().noneMatch(word -> word.equals("--seed") || word.startsWith("--seed="))) {
            words.addAll(List.of("--seed", String.valueOf(request.seed())));
        }
        return words;
    }

    private static WorkRecord item(WorkItem item) {
        return new WorkRecord(
                WorkloadText.of(item.workload()), item.rounds(), item.question().text());
    }

    private static String text(BrokerMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The request again.
     *
     * @param out the campaign's folder, which may have been moved
     * @param connections what the files say that it names
     * @throws UnreadableRecordException if a value is none of those that are allowed
     */
    static CampaignRequest request(CampaignRecord campaign, Path out, Map<String, Map<String, String>> connections)
            throws UnreadableRecordException {
        Path file = out.resolve(CampaignRecordFile.NAME);
        Work work = work(campaign, file);
        Map<String, Path> files = new LinkedHashMap<>();
        campaign.connectionFiles().forEach((bus, name) -> files.put(bus, Path.of(name)));
        return new CampaignRequest(
                campaign.suite(),
                work,
                null,
                campaign.buses(),
                campaign.bounds(),
                campaign.seed(),
                out,
                checked(file, "brokers", () -> mode(campaign.brokers())),
                connections,
                files,
                Path.of(campaign.dataDir()),
                campaign.harness().command());
    }

    private static Work work(CampaignRecord campaign, Path file) throws UnreadableRecordException {
        BrokerLife life = checked(file, "brokerLife", () -> BrokerLife.parse(campaign.brokerLife()));
        List<WorkItem> items = new ArrayList<>();
        for (WorkRecord record : campaign.work()) {
            items.add(item(record, file + ", work[" + items.size() + "]"));
        }
        return checked(file, "work", () -> new Work(items, campaign.rounds(), life));
    }

    private static WorkItem item(WorkRecord record, String place) throws UnreadableRecordException {
        try {
            String capacity = record.capacity();
            return new WorkItem(
                    WorkloadFile.parse(place + ".workload", record.workload(), Set.of()),
                    record.rounds(),
                    capacity == null ? Question.FIGURES : Question.ofCapacity(capacity));
        } catch (InvalidFileException e) {
            throw new UnreadableRecordException(String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecordException(place + ": " + e.getMessage(), e);
        }
    }

    private static BrokerMode mode(String text) {
        return Stream.of(BrokerMode.values())
                .filter(mode -> text(mode).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is no place that brokers come from; allowed: native, external, docker"));
    }

    private static <T> T checked(Path file, String field, Supplier<T> parsing) throws UnreadableRecordException {
        try {
            return parsing.get();
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecordException(file + ": " + field + ": " + e.getMessage(), e);
        }
    }

    /** The first thing in which another request would not go on with this campaign; its folders and words may differ. */
    static Optional<String> difference(CampaignRequest stored, CampaignRequest other) {
        return Stream.of(
                        difference("seed", stored.seed(), other.seed()),
                        difference("rounds", stored.rounds(), other.rounds()),
                        difference("buses", stored.buses(), other.buses()),
                        difference("bounds", stored.bounds(), other.bounds()),
                        difference("brokers", text(stored.brokers()), text(other.brokers())),
                        difference(
                                "buses with an address",
                                new TreeSet<>(stored.brokerFiles().keySet()),
                                new TreeSet<>(other.brokerFiles().keySet())),
                        difference(
                                "life of brokers",
                                stored.work().brokers().text(),
                                other.work().brokers().text()),
                        differentItem(stored.work().items(), other.work().items()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> difference(String what, Object stored, Object other) {
        return stored.equals(other)
                ? Optional.empty()
                : Optional.of("its " + what + ": " + stored + " there, " + other + " asked for");
    }

    private static Optional<String> differentItem(List<WorkItem> stored, List<WorkItem> other) {
        for (int i = 0; i < Math.min(stored.size(), other.size()); i++) {
            if (!stored.get(i).equals(other.get(i))) {
                return Optional.of("its workload " + (i + 1) + ": " + words(stored.get(i)) + " there, "
                        + words(other.get(i)) + " asked for");
            }
        }
        return difference("number of workloads", stored.size(), other.size());
    }

    private static String words(WorkItem item) {
        return item.workload().name() + " " + item.workload().guarantee() + " "
                + item.workload().rate() + ", " + item.rounds() + " rounds, "
                + item.workload().warmup() + " + "
                + item.workload().duration();
    }
}
