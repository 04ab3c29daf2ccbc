package io.rampline.desk;

import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.BriefingCount;
import io.rampline.desk.briefing.PromisedBook;
import io.rampline.intake.Progress;
import io.rampline.intake.Reading;
import io.rampline.intake.ScenarioFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A scenario that can be worked in the head: one line builds two cars a week from 2026-W02 on, for eight weeks; five
 * cars are ordered. Cars are fetched at the plant.
 */
public final class SmallScenario {
    private final Path folder;

    private SmallScenario(Path folder) {
        this.folder = folder;
    }

    /** Writes the scenario into an empty folder. */
    public static SmallScenario in(Path folder) {
        return new SmallScenario(folder)
                .with("scenario.toml", """
                        name = "Small"
                        start_week = "2026-W02"
                        horizon_weeks = 8
                        as_of = 2026-01-04
                        currency = "EUR"
                        home_market = "home"
                        [window]
                        early_weeks = 1
                        late_weeks = 2
                        """)
                .with("products.csv", "model,trim,price\nCar,Base,10000\n")
                .with("lines.csv", "plant,line,models\nNorth,L,Car\n")
                .with("capacity.csv", "line,week,units\nL,2026-W02..,2\n")
                .with("deposits.toml", "deposit = 100.50\ncooling_off_days = 7\n")
                .with("orders.csv", """
                        order_id,locked_at,model,trim
                        A,2025-12-01,Car,Base
                        B,2025-12-02,Car,Base
                        C,2025-12-03,Car,Base
                        D,2025-12-04,Car,Base
                        E,2026-01-03,Car,Base
                        """);
    }

    /** Puts another text in the place of a file. */
    public SmallScenario with(String file, String text) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), text);
            return this;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    public SmallScenario without(String file) {
        try {
            Files.delete(folder.resolve(file));
            return this;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    public Path folder() {
        return folder;
    }

    public PromisedBook book() {
        return bookOf(folder);
    }

    public Briefing briefing() {
        return BriefingCount.of(book());
    }

    /** The promised book of a folder that must have no flaws. */
    public static PromisedBook bookOf(Path folder) {
        return switch (ScenarioFolder.read(folder, Progress.NONE)) {
            case Reading.Sound sound -> PromisedBook.promise(sound.contents());
            case Reading.Flawed flawed -> throw new AssertionError("found flaws: " + flawed.flaws());
        };
    }

    /** An example of this checkout. */
    public static Path example(String name) {
        Path here = Path.of("").toAbsolutePath();
        Path home = Files.isDirectory(here.resolve("examples")) ? here : here.getParent();
        return home.resolve("examples").resolve(name);
    }
}
