package org.busmark.ledger;

/** One addition of all accounts. */
final class Totalling {
    private final OffenceLog offences = new OffenceLog();
    private final ProducerAccount[] producers;
    private final GroupDeliveries[] groups;

    private long scheduled;
    private long attempted;
    private long handedOver;
    private long acknowledged;
    private long rejected;
    private long unknown;
    private long surplusOutcomes;

    private long delivered;
    private long duplicated;
    private long illegalDuplicates;
    private long redelivered;
    private long outOfOrder;
    private long corrupted;

    private long ok;
    private long lost;
    private long unexpected;
    private long recovered;

    Totalling(OffenceLog seen, ProducerAccount[] producers, GroupDeliveries[] groups) {
        this.producers = producers;
        this.groups = groups;
        offences.addAll(seen);
        // Deliveries first: a count read later can only be larger, and nothing is delivered before it is attempted.
        for (GroupDeliveries group : groups) {
            addDeliveries(group);
        }
        for (ProducerAccount producer : producers) {
            addSends(producer);
            for (GroupDeliveries group : groups) {
                addSettlement(new Settlement(producer, group, offences));
            }
        }
    }

    LedgerTotals totals() {
        int due = groups.length;
        return new LedgerTotals(
                scheduled * due,
                attempted * due,
                handedOver * due,
                acknowledged * due,
                rejected * due,
                unknown * due,
                delivered,
                ok,
                lost,
                unexpected,
                duplicated,
                illegalDuplicates,
                redelivered,
                recovered,
                outOfOrder,
                corrupted,
                surplusOutcomes,
                offences.first());
    }

    private void addSends(ProducerAccount producer) {
        handedOver += producer.handedOver();
        acknowledged += producer.acknowledged();
        rejected += producer.rejected();
        unknown += producer.unknown();
        surplusOutcomes += producer.surplusOutcomes();
        scheduled += producer.scheduled();
        attempted += producer.attempted();
    }

    private void addDeliveries(GroupDeliveries group) {
        for (DeliveryAccount member : group.members()) {
            delivered += member.strangers();
            unexpected += member.strangers() + member.foreign();
            corrupted += member.corruptions();
            for (int producer = 0; producer < producers.length; producer++) {
                addTrack(member.track(producer));
            }
        }
    }

    private void addTrack(DeliveryTrack track) {
        delivered += track.delivered();
        duplicated += track.duplicated();
        illegalDuplicates += track.illegalDuplicates();
        redelivered += track.redelivered();
        outOfOrder += track.outOfOrder();
        unexpected += track.tooFar();
    }

    private void addSettlement(Settlement settlement) {
        ok += settlement.ok();
        lost += settlement.lost();
        unexpected += settlement.unexpected();
        recovered += settlement.recovered();
    }
}
