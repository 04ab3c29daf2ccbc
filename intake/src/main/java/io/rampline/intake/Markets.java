package io.rampline.intake;

import io.rampline.factory.Horizon;
import io.rampline.factory.Market;
import io.rampline.factory.WeeklyUnits;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code markets.csv}.
 *
 * @param home the home market; a stand-in after a flaw
 */
record Markets(List<Market> list, Names names, String home) {
    static final String FILE = "markets.csv";

    /** The one market of a scenario without {@code markets.csv} that names none. */
    static final String HOME = "home";

    private static final int UNITS_MAX = 1_000_000;
    private static final int TRANSIT_WEEKS_MAX = 26;

    private static final Shape SHAPE =
            Shape.of(FILE).required("market").optional("transit_weeks", "opens_week", "transport_units_per_week");

    static Markets read(Folder folder, Basics basics, Sources sources) {
        List<Market> markets = new ArrayList<>();
        Names names = new Names("market", FILE);
        if (folder.has(FILE)) {
            boolean isWhole = Table.read(folder, SHAPE, row -> {
                Market market = read(row, names, basics.horizon());
                sources.of(row);
                if (row.isSound()) {
                    markets.add(market);
                }
            });
            if (!isWhole) {
                names.spoil();
            } else if (names.all().isEmpty() && !names.isLeaky()) {
                names.spoil();
                folder.flaws().add(Folder.wholeFile(FILE, "no market", "at least one row", "delete the file"));
            }
        } else {
            String only = basics.homeMarket().orElse(HOME);
            markets.add(new Market(only, 0, 0, unlimited(basics.horizon())));
            names.define(only, 1);
        }
        return new Markets(markets, names, home(folder, basics, names));
    }

    private static Market read(Row row, Names names, Horizon horizon) {
        String name = row.name("market");
        row.define(names, "market", name);
        int transitWeeks = row.whole("transit_weeks", 0, TRANSIT_WEEKS_MAX, 0);
        int opens = 0;
        if (row.raw("opens_week").equals("never")) {
            opens = horizon.weeks();
        } else if (!row.isEmpty("opens_week")) {
            opens = Math.max(0, horizon.bucket(row.week("opens_week")));
        }
        WeeklyUnits transport = row.isEmpty("transport_units_per_week")
                ? unlimited(horizon)
                : WeeklyUnits.constant(horizon.weeks(), row.whole("transport_units_per_week", 0, UNITS_MAX));
        return new Market(name, transitWeeks, opens, transport);
    }

    private static String home(Folder folder, Basics basics, Names names) {
        String first = names.all().stream().findFirst().orElse(HOME);
        String home = basics.homeMarket().orElse(first);
        if (names.has(home)) {
            return home;
        }
        if (!names.isLeaky()) {
            TomlPlaces.Place place = basics.home();
            folder.flaws()
                    .add(new Flaw(
                            Basics.FILE,
                            place.line(),
                            place.column(),
                            Wording.quoted(home),
                            names.expected(),
                            names.maybe(home)));
        }
        // Said once: rows that leave the market out shall not be reported for it.
        String meant = Nearest.of(home, names.all()).orElse(home);
        names.define(meant, 1);
        return meant;
    }

    private static WeeklyUnits unlimited(Horizon horizon) {
        return WeeklyUnits.constant(horizon.weeks(), WeeklyUnits.UNLIMITED);
    }
}
