package io.rampline.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The books that tests look at. */
enum ServedScenario {
    /** A few orders, some steps: nearly every test does with it. */
    TINY {
        @Override
        Path folder(Path made) {
            return EXAMPLES.resolve("tiny");
        }
    },
    /** A few orders, some steps, and nobody comes in without a token. */
    LOGIN {
        @Override
        Path folder(Path made) {
            return EXAMPLES.resolve("tiny");
        }
    },
    /** The same with a market abroad that could open. */
    ABROAD {
        @Override
        Path folder(Path made) throws IOException {
            Path markets = copy("tiny", made).resolve("markets.csv");
            Files.writeString(markets, "AB,2,never,\n", StandardOpenOption.APPEND);
            Files.writeString(made.resolve("openings.csv"), """
                    market,model,earliest,latest,units_per_week,one_off_cost
                    AB,City,2026-W12,2026-W20,1,700
                    """);
            return made;
        }
    },
    /** As it is on the first day: everything but orders. */
    EMPTY {
        @Override
        Path folder(Path made) throws IOException {
            Path orders = copy("tiny", made).resolve("orders.csv");
            Files.write(orders, List.of(Files.readAllLines(orders).getFirst()));
            return made;
        }
    },
    /** More steps than fit on a screen, names that are very long, and things said in public. */
    CROWDED {
        @Override
        Path folder(Path made) throws IOException {
            copy("tiny", made);
            for (int step = 1; step <= STEPS; step++) {
                Files.writeString(
                        made.resolve("steps.csv"),
                        "step number " + step + ",1," + 100 * step + ",0,,\n",
                        StandardOpenOption.APPEND);
                Files.writeString(
                        made.resolve("gains.csv"), "step number " + step + ",line,S1,1\n", StandardOpenOption.APPEND);
            }
            Files.writeString(
                    made.resolve("orders.csv"),
                    LONG_NAME + ",2026-02-21T09:00:00,HOME,City,Base,,retail,\n",
                    StandardOpenOption.APPEND);
            Path lines = made.resolve("lines.csv");
            Files.writeString(lines, Files.readString(lines).replace("City|Tour", "City|Tour|" + LONG_MODEL));
            append(made, "products.csv", LONG_MODEL + "," + LONG_TRIM + ",20000,S1,");
            append(made, "markets.csv", LONG_MARKET + ",0,,");
            append(
                    made,
                    "orders.csv",
                    "long-1,2026-02-22T09:00:00," + LONG_MARKET + "," + LONG_MODEL + "," + LONG_TRIM + ",,retail,");
            Files.createDirectory(made.resolve("outturn"));
            Files.writeString(made.resolve("outturn/commitments.csv"), """
                    issuer,made,metric,target,due,actual,actual_date,source,note
                    Example Motors,2025-01-15,deliveries 2025,1000,2025-12-31,1200,2025-12-31,press-1,
                    Other Motors,2025-06-01,deliveries 2025,50000-55000,2025-12-31,,,press-2,said twice
                    """);
            Files.writeString(made.resolve("sources.csv"), """
                    source,url,published,grade
                    press-1,https://example.invalid/1,2025-01-15,B
                    press-2,https://example.invalid/2,2025-06-01,B
                    """);
            return made;
        }
    },
    /** As tiny, but nobody changes it: for pictures of it. */
    STILL {
        @Override
        Path folder(Path made) {
            return EXAMPLES.resolve("tiny");
        }
    },
    /** As {@link #ABROAD}, but nobody changes it: for pictures of it. */
    STILL_ABROAD {
        @Override
        Path folder(Path made) throws IOException {
            return ABROAD.folder(made);
        }
    };

    static final int STEPS = 120;

    /** As long as an order's number may be, without a place to break it. */
    static final String LONG_NAME = "Rindfleischetikettierungsueberwachungsaufgabenuebertragung0815XY";

    /** As long as names of products and markets may be. */
    static final String LONG_MODEL = "Kraftfahrzeughaftpflichtversicherungsgesellschaftsmobil24";

    private static final String LONG_TRIM = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerk123";
    private static final String LONG_MARKET = "Grundstuecksverkehrsgenehmigungszustaendigkeitsgebiet1234";

    private static final Path EXAMPLES = Path.of("..", "examples");

    /**
     * Where the scenario lies.
     *
     * @param made an empty folder, for a scenario that is made for tests
     */
    abstract Path folder(Path made) throws IOException;

    private static void append(Path made, String file, String row) throws IOException {
        Files.writeString(made.resolve(file), row + "\n", StandardOpenOption.APPEND);
    }

    /** The files of an example, to be changed. */
    static Path copy(String example, Path to) throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES.resolve(example))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }
}
