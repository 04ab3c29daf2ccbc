package io.rampline.simulation.window;

import io.rampline.factory.Guarantee;
import io.rampline.factory.Planning;
import io.rampline.simulation.loading.Kind;
import io.rampline.simulation.loading.Loading;
import io.rampline.simulation.loading.WaitingLine;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which group's wait is guaranteed, and until which build bucket it is kept. A group whose wait would be over only
 * after the horizon breaks nothing that can be seen.
 */
public final class Guarantees {
    private static final int NONE = -1;

    private final List<Guarantee> guarantees;
    private final int weeks;
    private final int[] guaranteeOf;
    private final int[] latestBuild;

    Guarantees(WaitingLine line) {
        Planning planning = line.network().scenario().planning();
        this.guarantees = planning.guarantees();
        this.weeks = line.network().horizon().weeks();
        this.guaranteeOf = new int[line.groups()];
        this.latestBuild = new int[line.groups()];
        Arrays.fill(guaranteeOf, NONE);
        for (int group = 0; group < guaranteeOf.length; group++) {
            Kind kind = line.kinds().get(line.kindOf(group));
            var found = planning.findGuarantee(kind.market(), kind.model());
            if (found.isPresent() && line.locked(group) >= found.get().fromBucket()) {
                guaranteeOf[group] = guarantees.indexOf(found.get());
                latestBuild[group] = line.locked(group) + found.get().waitWeeks() - line.transitWeeks(group);
            }
        }
    }

    /** All guarantees of the scenario; a guarantee's place is its number. */
    public List<Guarantee> list() {
        return guarantees;
    }

    /** Whether anybody orders, or has ordered, whose wait is guaranteed by it. */
    public boolean isAsked(int guarantee) {
        return Arrays.stream(guaranteeOf).anyMatch(of -> of == guarantee);
    }

    /** Whether anybody orders, or has ordered, to whom anything is guaranteed. */
    public boolean isAnyAsked() {
        return IntStream.range(0, guarantees.size()).anyMatch(this::isAsked);
    }

    /** Marks the guarantees that one future breaks. */
    void markBroken(Loading loading, boolean[] broken) {
        Arrays.fill(broken, false);
        for (int group = 0; group < guaranteeOf.length; group++) {
            int guarantee = guaranteeOf[group];
            if (guarantee == NONE || broken[guarantee] || loading.customers(group) == 0) {
                continue;
            }
            int last = loading.lastBucket(group);
            broken[guarantee] =
                    (last == Loading.BEYOND_HORIZON ? weeks : last) > StrictMath.min(latestBuild[group], weeks);
        }
    }
}
