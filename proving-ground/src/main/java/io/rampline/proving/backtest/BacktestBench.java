package io.rampline.proving.backtest;

import io.rampline.desk.command.backtest.PastOfScenario;
import io.rampline.intake.CountedPast;
import io.rampline.intake.CountedPastFiles;
import io.rampline.intake.Outturn.Commitment;
import io.rampline.intake.Progress;
import io.rampline.intake.Reading;
import io.rampline.intake.ScenarioContents;
import io.rampline.intake.ScenarioFolder;
import io.rampline.simulation.backtest.History;
import io.rampline.simulation.backtest.History.Handed;
import io.rampline.simulation.ramp.Block;
import io.rampline.simulation.ramp.Output;
import io.rampline.simulation.ramp.PublicRamp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Prints how good forecasts were: of public ramps one by one, and of the public case at the end of every month. */
public final class BacktestBench {
    private static final String USAGE = "usage: rampline bench backtest [--seeds N] [--futures N]";
    private static final String RAMPS = "public-ramps.csv";
    private static final Path SCENARIO = Path.of(System.getProperty("rampline.home", "."), "examples", "xiaomi-2025");
    private static final YearMonth FIRST = YearMonth.of(2024, 5);
    private static final YearMonth LAST = YearMonth.of(2025, 6);
    private static final LocalDate FIRST_CARS = LocalDate.of(2024, 4, 1);
    private static final LocalDate LAST_CARS = LocalDate.of(2025, 6, 30);
    private static final int PARTICLES = 1_000;
    private static final double TESLA_CEILING = 5_000;

    /** Two shifts of about 10,000 cars a month each, the second told of on 17 May 2024 for June. */
    private static final double SHIFT = 2_300;

    private static final double SECOND_SHIFT_WEEK = 8.7;
    private static final double SECOND_SHIFT_LATEST = 13;
    private static final double SECOND_SHIFT_CLIMB = 16;
    private static final double SECOND_SHIFT_START = 0.25;

    private BacktestBench() {}

    /** The exit code: 0 done, 2 wrong usage. */
    public static int run(List<String> arguments) {
        int seeds = 1;
        int futures = 400;
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            if (!List.of("--seeds", "--futures").contains(name) || !value.matches("[1-9]\\d{0,3}")) {
                System.err.println("found \"" + name + " " + value + "\"; " + USAGE);
                return 2;
            }
            seeds = name.equals("--seeds") ? Integer.parseInt(value) : seeds;
            futures = name.equals("--futures") ? Math.max(10, Integer.parseInt(value)) : futures;
        }
        ScenarioContents contents = contents();
        History history = PastOfScenario.of(contents, counted(), true);
        String maker = contents.outturn().commitments().stream()
                .map(Commitment::issuer)
                .findFirst()
                .orElse("");
        List<PublicRamp> ramps = ramps();
        for (long seed = 1; seed <= seeds; seed++) {
            System.out.println("seed " + seed);
            print(new RampsStudy(with(ramps, maker, history), told(maker), seed, PARTICLES).run());
            print(new RollingStudy(history, maker, ramps, futures).run(FIRST, LAST, seed));
        }
        return 0;
    }

    private static void print(Map<String, Marks> marks) {
        System.out.println(Marks.HEAD);
        marks.forEach((name, mark) -> System.out.println(mark.line(name)));
    }

    /** The maker's first line as one more ramp, month by month, as long as it built all cars. */
    static List<PublicRamp> with(List<PublicRamp> ramps, String maker, History history) {
        SortedMap<LocalDate, Output> months = new TreeMap<>();
        for (Handed row : history.handed()) {
            if (!row.from().isBefore(FIRST_CARS) && !row.until().isAfter(LAST_CARS)) {
                months.put(
                        row.from(),
                        new Output(weeks(row.from()), weeks(row.until().plusDays(1)), row.units()));
            }
        }
        List<PublicRamp> all = new ArrayList<>(ramps);
        all.add(new PublicRamp(maker, "first line", List.copyOf(months.values()), LAST_CARS));
        return all;
    }

    private static double weeks(LocalDate day) {
        return (day.toEpochDay() - FIRST_CARS.toEpochDay()) / 7.0;
    }

    static Map<String, List<Block>> told(String maker) {
        Block first = new Block("F1", "1", SHIFT, 0, 0, 1, OptionalDouble.empty(), OptionalDouble.empty());
        Block second = new Block(
                "F1",
                "2",
                SHIFT,
                SECOND_SHIFT_WEEK,
                SECOND_SHIFT_LATEST,
                1,
                OptionalDouble.of(SECOND_SHIFT_CLIMB),
                OptionalDouble.of(SECOND_SHIFT_START));
        Block tesla = new Block("Fremont", "1", TESLA_CEILING, 0, 8, 1, OptionalDouble.empty(), OptionalDouble.empty());
        return Map.of(maker, List.of(first, second), "Tesla", List.of(tesla));
    }

    static List<PublicRamp> ramps() {
        try (InputStream in = Objects.requireNonNull(PublicRamp.class.getResourceAsStream(RAMPS), RAMPS)) {
            return PublicRamp.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ScenarioContents contents() {
        return switch (ScenarioFolder.read(SCENARIO, Progress.NONE)) {
            case Reading.Sound sound -> sound.contents();
            case Reading.Flawed flawed ->
                throw new IllegalStateException(flawed.flaws().toString());
        };
    }

    private static CountedPast counted() {
        return switch (CountedPastFiles.read(SCENARIO)) {
            case CountedPastFiles.Read.Sound sound -> sound.past();
            case CountedPastFiles.Read.Flawed flawed ->
                throw new IllegalStateException(flawed.flaws().toString());
        };
    }
}
