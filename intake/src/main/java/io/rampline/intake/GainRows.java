package io.rampline.intake;

import io.rampline.factory.Market;
import io.rampline.factory.MixLimit;
import io.rampline.factory.Opening;
import io.rampline.factory.Option;
import io.rampline.factory.Quota;
import io.rampline.factory.RampCurve;
import io.rampline.factory.Resource.Kind;
import io.rampline.factory.StepGain;
import io.rampline.factory.WeeklyUnits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code gains.csv}: what each step adds to which resource. */
final class GainRows {
    static final String FILE = "gains.csv";

    private static final Shape SHAPE = Shape.of(FILE)
            .required("step", "kind", "resource", "units_per_week")
            .optional("ramp");

    /** The kinds of resource that can gain, by the word in the file. */
    private static final List<Kind> KINDS =
            List.of(Kind.LINE, Kind.PART, Kind.MIX, Kind.OPTION, Kind.QUOTA, Kind.TRANSPORT);

    /** What else a scenario limits. */
    record Limited(Parts parts, Limits.Options options, List<MixLimit> mix, List<Quota> quotas) {}

    private record Key(String step, Kind kind, String resource) {}

    private final StepRows steps;
    private final Ramps ramps;
    private final LineRows lineRows;
    private final LineCapacity.Lines lines;
    /** Names of those resources of a kind that have a limit, and of those that have none. */
    private final Map<Kind, Set<String>> limited = new HashMap<>();

    private final Map<Kind, Set<String>> unlimited = new HashMap<>();
    private final List<Kind> lost = new ArrayList<>();
    private final Map<Key, Integer> lineByKey = new HashMap<>();
    private final Map<String, List<StepGain>> gains = new LinkedHashMap<>();

    GainRows(StepRows steps, Ramps ramps, LineRows lineRows, LineCapacity.Lines lines) {
        this.steps = steps;
        this.ramps = ramps;
        this.lineRows = lineRows;
        this.lines = lines;
    }

    /** The gains by step. */
    Map<String, List<StepGain>> read(
            Folder folder, Sources sources, Markets markets, Limited others, List<Opening> openings) {
        if (!folder.has(FILE)) {
            return Map.of();
        }
        lineRows.names().all().forEach(name -> know(Kind.LINE, name, true));
        others.parts().names().all().forEach(name -> know(Kind.PART, name, true));
        others.mix().forEach(mix -> know(Kind.MIX, mix.resourceName(), isLimited(mix.limit())));
        for (Option option : others.options().list()) {
            know(Kind.OPTION, option.resourceName(), isLimited(option.limit()));
        }
        others.quotas().forEach(quota -> know(Kind.QUOTA, quota.resourceName(), true));
        openings.forEach(opening -> know(Kind.QUOTA, opening.resourceName(), true));
        for (Market market : markets.list()) {
            know(Kind.TRANSPORT, market.name(), isLimited(market.transport()));
        }
        lost.addAll(lostKinds(folder.flaws(), markets, others));
        Table.read(folder, SHAPE, row -> {
            read(row, markets);
            sources.of(row);
        });
        return gains;
    }

    /** Kinds of which a name may stand in a row that could not be read. */
    private List<Kind> lostKinds(FlawBook flaws, Markets markets, Limited others) {
        // A limit is named after several cells, and a flaw in any other file may have cost it one of them.
        boolean mayBeLost = flaws.hasFlaws();
        return KINDS.stream()
                .filter(kind -> switch (kind) {
                    case LINE, OPEN_POOL -> lineRows.names().isLeaky();
                    case PART -> others.parts().names().isLeaky();
                    case MIX, OPTION, QUOTA -> mayBeLost;
                    case TRANSPORT -> markets.names().isLeaky();
                })
                .toList();
    }

    private void read(Row row, Markets markets) {
        String step = row.name("step");
        row.mustBeIn(steps.names(), "step", step);
        Optional<Kind> kind = kind(row);
        String resource = row.raw("resource");
        kind.ifPresent(known -> mustBeLimited(row, known, resource, markets));
        int units = row.whole("units_per_week", 1, StepGain.UNITS_MAX);
        Optional<String> ramp = row.findName("ramp");
        ramp.ifPresent(key -> row.mustBeIn(ramps.names(), "ramp", key));
        if (!row.isSound() || kind.isEmpty()) {
            return;
        }
        Integer first = lineByKey.putIfAbsent(new Key(step, kind.get(), resource), row.line());
        if (first != null) {
            row.flaw(
                    "resource",
                    "each resource once for a step; it is on line " + first + " too",
                    "one row with the sum");
            return;
        }
        RampCurve curve = ramp.map(key -> ramps.curves().getOrDefault(key, RampCurve.NONE))
                .orElse(RampCurve.NONE);
        WeeklyUnits worked = kind.get() == Kind.LINE
                ? lines.workedPermille().getOrDefault(resource, StepGain.FULL_WEEKS)
                : StepGain.FULL_WEEKS;
        gains.computeIfAbsent(step, _ -> new ArrayList<>())
                .add(new StepGain(kind.get(), resource, units, curve, worked));
    }

    private static Optional<Kind> kind(Row row) {
        String written = row.raw("kind");
        List<String> words = KINDS.stream().map(GainRows::word).toList();
        int found = words.indexOf(written);
        if (found < 0) {
            String maybe = Nearest.of(written, words).map(Wording::quoted).orElse("");
            row.flaw("kind", "one of " + String.join(", ", words), maybe);
            return Optional.empty();
        }
        return Optional.of(KINDS.get(found));
    }

    private void mustBeLimited(Row row, Kind kind, String resource, Markets markets) {
        Set<String> known = limited.getOrDefault(kind, Set.of());
        if (known.contains(resource)) {
            return;
        }
        boolean isFlawed = kind == Kind.TRANSPORT && markets.names().has(resource);
        String expected = "one of those in " + file(kind);
        if (lost.contains(kind)) {
            row.unsoundWithoutFlaw();
        } else if (unlimited.getOrDefault(kind, Set.of()).contains(resource)) {
            String found = kind.label() + " " + Wording.quoted(resource) + ", which has no limit";
            row.flaw("resource", found, expected + " that has one", "delete the row");
        } else if (isFlawed) {
            row.unsoundWithoutFlaw();
        } else {
            String maybe = Nearest.of(resource, known)
                    .map(Wording::quoted)
                    .orElse(known.isEmpty() ? "add it to " + file(kind) : "one of " + Wording.listed(known));
            row.flaw("resource", kind.label() + " " + Wording.quoted(resource), expected, maybe);
        }
    }

    private void know(Kind kind, String name, boolean isLimited) {
        (isLimited ? limited : unlimited)
                .computeIfAbsent(kind, _ -> new TreeSet<>())
                .add(name);
    }

    private static boolean isLimited(WeeklyUnits units) {
        for (int bucket = 0; bucket < units.weeks(); bucket++) {
            if (units.get(bucket) != WeeklyUnits.UNLIMITED) {
                return true;
            }
        }
        return false;
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String file(Kind kind) {
        return switch (kind) {
            case LINE, OPEN_POOL -> LineRows.FILE;
            case PART -> Parts.PARTS;
            case MIX -> Limits.MIX;
            case OPTION -> Limits.OPTIONS;
            case QUOTA -> Limits.QUOTAS;
            case TRANSPORT -> Markets.FILE;
        };
    }
}
