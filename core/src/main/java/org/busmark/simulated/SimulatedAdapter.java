package org.busmark.simulated;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.BusException;
import org.busmark.bus.BusSettings;
import org.busmark.bus.Capabilities;
import org.busmark.bus.DisturbanceListener;
import org.busmark.bus.Guarantee;
import org.busmark.bus.GuaranteeTerms;
import org.busmark.bus.OrderingScope;
import org.busmark.bus.Pattern;

/**
 * The calibration standard: a bus whose delays and faults are known exactly, because a {@link Script} says them. Its
 * settings are the names of {@link ScriptText}. It <em>promises</em> what a good broker promises, so that each promise can
 * be broken on purpose and the instrument can be seen to notice.
 */
public final class SimulatedAdapter implements BusAdapter {
    /** Its name on command lines and in files. */
    public static final String ID = "simulated";

    private static final int MAX_MESSAGE_BYTES = 16 << 20;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "Simulated (calibration standard)";
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                EnumSet.allOf(Pattern.class), OrderingScope.PARTITION, false, false, true, MAX_MESSAGE_BYTES, false);
    }

    @Override
    public Map<Guarantee, GuaranteeTerms> guarantees() {
        Map<Guarantee, GuaranteeTerms> terms = new EnumMap<>(Guarantee.class);
        terms.put(
                Guarantee.FIRE_AND_FORGET,
                new GuaranteeTerms("promised by the script alone; each send is handed over", Map.of()));
        for (Guarantee acknowledged : EnumSet.of(Guarantee.ACKNOWLEDGED, Guarantee.PERSISTED)) {
            terms.put(
                    acknowledged,
                    new GuaranteeTerms(
                            "pretended, for calibration: nothing is stored, each send is acknowledged", Map.of()));
        }
        return terms;
    }

    @Override
    public SimulatedBus connect(BusSettings settings, DisturbanceListener disturbances) throws BusException {
        try {
            return new SimulatedBus(
                    ScriptText.parse(settings.client()),
                    ScriptText.complete(settings.client()),
                    guarantees().keySet(),
                    disturbances);
        } catch (IllegalArgumentException e) {
            throw new BusException("simulated: " + e.getMessage(), e);
        }
    }
}
