package io.rampline.intake;

import io.rampline.factory.Uncertainty;
import io.rampline.factory.Uncertainty.Arrivals;
import io.rampline.factory.Uncertainty.Demand;
import io.rampline.factory.Uncertainty.Leaving;
import io.rampline.factory.Uncertainty.Output;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Reads {@code uncertainty.toml}; what it does not say is what {@link Uncertainty#ASSUMED} says. */
final class UncertaintyFile {
    static final String FILE = "uncertainty.toml";

    private static final String LEVEL = "level_percent";
    private static final String DELAY = "delay_weeks";
    private static final String DELAY_SPREAD = "delay_spread_weeks";
    private static final String NOISE = "noise_percent";
    private static final String CARRY = "noise_carry";
    private static final String OUTAGES = "outages_per_year";
    private static final String OUTAGE_WEEKS = "outage_weeks";
    private static final String OUTAGE_LOSS = "outage_loss_percent";
    private static final String DELAYS = "delays_per_year";
    private static final String HELD = "held_percent";
    private static final TomlKey OUTSIDE = TomlKey.of("demand", "outside_percent");
    private static final TomlKey SPREAD = TomlKey.of("leaving", "spread_percent");
    private static final TomlKey AFTER_SLIP = TomlKey.of("leaving", "after_slip_factor");
    private static final TomlKey PER_MONTH = TomlKey.of("leaving", "more_percent_per_quoted_month");
    private static final List<String> KEYS = List.of(
            "plants.*",
            "plant.*",
            "lines.*",
            "line.*",
            "parts.*",
            "part.*",
            OUTSIDE.toString(),
            SPREAD.toString(),
            AFTER_SLIP.toString(),
            PER_MONTH.toString());
    private static final List<String> PLANT_KEYS = List.of(LEVEL, NOISE, CARRY, OUTAGES, OUTAGE_WEEKS, OUTAGE_LOSS);
    private static final List<String> LINE_KEYS =
            List.of(LEVEL, DELAY, DELAY_SPREAD, NOISE, CARRY, OUTAGES, OUTAGE_WEEKS, OUTAGE_LOSS);
    private static final List<String> PART_KEYS = List.of(NOISE, CARRY, DELAYS, DELAY, HELD);

    private final TomlFile toml;

    private UncertaintyFile(TomlFile toml) {
        this.toml = toml;
    }

    static Uncertainty read(Folder folder, LineRows lines, Parts parts) {
        if (!folder.has(FILE)) {
            return Uncertainty.ASSUMED;
        }
        return TomlFile.read(folder, FILE)
                .map(toml -> new UncertaintyFile(toml).read(lines.plants(), lines.names(), parts.names()))
                .orElse(Uncertainty.ASSUMED);
    }

    private Uncertainty read(Names plantNames, Names lineNames, Names partNames) {
        Uncertainty assumed = Uncertainty.ASSUMED;
        toml.expectOnly(KEYS);
        Output plants = whole("plants", PLANT_KEYS, assumed.plants(), this::output);
        Output lines = whole("lines", LINE_KEYS, assumed.lines(), this::output);
        Arrivals parts = whole("parts", PART_KEYS, assumed.parts(), this::arrivals);
        return new Uncertainty(
                plants,
                byName("plant", plantNames, PLANT_KEYS, plants, this::output),
                lines,
                byName("line", lineNames, LINE_KEYS, lines, this::output),
                parts,
                byName("part", partNames, PART_KEYS, parts, this::arrivals),
                new Demand(toml.decimal(
                        OUTSIDE, 0, Uncertainty.OUTSIDE_MAX, assumed.demand().outsidePercent())),
                leaving(assumed.leaving()));
    }

    private <T> T whole(String table, List<String> keys, T ifAbsent, BiFunction<TomlKey, T, T> read) {
        TomlKey key = TomlKey.of(table);
        if (!toml.has(key)) {
            return ifAbsent;
        }
        toml.expectOnly(key, keys);
        return read.apply(key, ifAbsent);
    }

    private <T> SortedMap<String, T> byName(
            String table, Names names, List<String> keys, T ifAbsent, BiFunction<TomlKey, T, T> read) {
        SortedMap<String, T> found = new TreeMap<>();
        for (String name : toml.keys(TomlKey.of(table))) {
            TomlKey key = TomlKey.of(table, name);
            if (!names.has(name) && !names.isLeaky()) {
                toml.flaw(key, table + " " + Wording.quoted(name), names.expected(), names.maybe(name));
            }
            toml.expectOnly(key, keys);
            found.put(name, read.apply(key, ifAbsent));
        }
        return found;
    }

    private Output output(TomlKey table, Output ifAbsent) {
        return new Output(
                toml.decimal(table.then(LEVEL), 0, Uncertainty.PERCENT_MAX, ifAbsent.levelPercent()),
                toml.decimal(table.then(DELAY), -Uncertainty.WEEKS_MAX, Uncertainty.WEEKS_MAX, ifAbsent.delayWeeks()),
                toml.decimal(table.then(DELAY_SPREAD), 0, Uncertainty.WEEKS_MAX, ifAbsent.delaySpreadWeeks()),
                toml.decimal(table.then(NOISE), 0, Uncertainty.PERCENT_MAX, ifAbsent.noisePercent()),
                toml.decimal(table.then(CARRY), 0, Uncertainty.CARRY_MAX, ifAbsent.noiseCarry()),
                toml.decimal(table.then(OUTAGES), 0, Uncertainty.PER_YEAR_MAX, ifAbsent.outagesPerYear()),
                toml.decimal(table.then(OUTAGE_WEEKS), 1, Uncertainty.WEEKS_MAX, ifAbsent.outageWeeks()),
                toml.decimal(table.then(OUTAGE_LOSS), 0, 100, ifAbsent.outageLossPercent()));
    }

    private Arrivals arrivals(TomlKey table, Arrivals ifAbsent) {
        return new Arrivals(
                toml.decimal(table.then(NOISE), 0, Uncertainty.PERCENT_MAX, ifAbsent.noisePercent()),
                toml.decimal(table.then(CARRY), 0, Uncertainty.CARRY_MAX, ifAbsent.noiseCarry()),
                toml.decimal(table.then(DELAYS), 0, Uncertainty.PER_YEAR_MAX, ifAbsent.delaysPerYear()),
                toml.decimal(table.then(DELAY), 1, Uncertainty.WEEKS_MAX, ifAbsent.delayWeeks()),
                toml.decimal(table.then(HELD), 0, 100, ifAbsent.heldPercent()));
    }

    private Leaving leaving(Leaving ifAbsent) {
        return new Leaving(
                toml.decimal(SPREAD, 0, Uncertainty.SPREAD_MAX, ifAbsent.spreadPercent()),
                toml.decimal(AFTER_SLIP, 1, Uncertainty.AFTER_SLIP_MAX, ifAbsent.afterSlipFactor()),
                toml.decimal(PER_MONTH, 0, Uncertainty.PER_QUOTED_MONTH_MAX, ifAbsent.morePercentPerQuotedMonth()));
    }
}
