package org.busmark.ledger;

import java.util.function.Supplier;

/** What one group received: its members' accounts, and for each producer the one set of what reached the group. */
final class GroupDeliveries {
    private final int number;
    private final DeliveryAccount[] members;
    private final DeliverySet[] sets;

    GroupDeliveries(int number, LedgerSpec spec, OffenceLog offences) {
        this.number = number;
        sets = new DeliverySet[spec.producers()];
        for (int producer = 0; producer < sets.length; producer++) {
            sets[producer] = spec.membersPerGroup() == 1 ? DeliverySet.own() : DeliverySet.shared();
        }
        members = new DeliveryAccount[spec.membersPerGroup()];
        for (int member = 0; member < members.length; member++) {
            String place = " group " + number + " member " + member;
            DeliveryTrack[] tracks = new DeliveryTrack[sets.length];
            for (int producer = 0; producer < tracks.length; producer++) {
                SequenceSet seen = sets[producer].writer().get();
                tracks[producer] = new DeliveryTrack(producer, place, spec, seen, offences);
            }
            members[member] = new DeliveryAccount(tracks, spec.partitions(), place, offences);
        }
    }

    int number() {
        return number;
    }

    DeliveryAccount[] members() {
        return members;
    }

    /** Distinct messages of a producer that reached any member. */
    long distinct(int producer) {
        long sum = 0;
        for (DeliveryAccount member : members) {
            sum += member.track(producer).distinct();
        }
        return sum;
    }

    PageDirectory pages(int producer) {
        return sets[producer].pages().get();
    }

    private record DeliverySet(Supplier<SequenceSet> writer, Supplier<PageDirectory> pages) {
        static DeliverySet own() {
            OwnSequenceSet set = new OwnSequenceSet();
            return new DeliverySet(() -> set, set::directory);
        }

        static DeliverySet shared() {
            SharedSequences set = new SharedSequences();
            return new DeliverySet(set::view, set::directory);
        }
    }
}
