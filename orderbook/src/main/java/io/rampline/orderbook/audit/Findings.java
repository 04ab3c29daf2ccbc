package io.rampline.orderbook.audit;

import io.rampline.orderbook.audit.AuditReport.Checked;
import io.rampline.orderbook.audit.AuditReport.Difference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what was looked at and keeps what was found. */
final class Findings {
    private final Map<Check, List<Difference>> differences = new EnumMap<>(Check.class);
    private final Map<Check, long[]> counts = new EnumMap<>(Check.class);

    Findings() {
        for (Check check : Check.values()) {
            differences.put(check, new ArrayList<>());
            counts.put(check, new long[2]);
        }
    }

    /** One more was looked at. */
    void count(Check check) {
        count(check, 1);
    }

    void count(Check check, long many) {
        tally(check)[0] += many;
    }

    void add(Check check, String place, String message) {
        tally(check)[1]++;
        List<Difference> listed = differences.getOrDefault(check, new ArrayList<>());
        if (listed.size() < AuditReport.DIFFERENCES_MAX) {
            listed.add(new Difference(check, place, message));
        }
    }

    List<Checked> checks() {
        return counts.entrySet().stream()
                .map(entry -> new Checked(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                .toList();
    }

    List<Difference> differences() {
        return differences.values().stream().flatMap(List::stream).toList();
    }

    private long[] tally(Check check) {
        return counts.getOrDefault(check, new long[2]);
    }
}
