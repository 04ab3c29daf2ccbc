package io.rampline.proving.fault;

import io.rampline.factory.Network;
import io.rampline.intake.Reading;
import io.rampline.intake.ScenarioFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The factory of {@link PlainFactory} as a folder of files, for the application as its users start it: one line, one
 * model, one part that every unit needs a week before.
 *
 * @param folder of the files
 * @param network that the files say
 */
record PlainScenario(Path folder, Network network) {
    private static final int UNITS_A_WEEK = 2_000;

    /**
     * What a process that is killed at once needs: little memory, and a compiler that is quick rather than thorough.
     * The classes it reads at its start are kept in a file beside the scenario by the first one that ends in good
     * order.
     */
    List<String> jvmOptions() {
        return List.of(
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.resolveSibling("classes.jsa"),
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Xlog:cds=off,aot=off",
                "--enable-native-access=ALL-UNNAMED");
    }

    /** Writes the files into a new folder below another one, and reads them back. */
    static PlainScenario write(Path below) throws IOException {
        Path folder = Files.createDirectories(below.resolve("scenario"));
        Files.writeString(folder.resolve("scenario.toml"), """
                name = "Plain"
                start_week = "2026-W02"
                as_of = 2026-01-04
                horizon_weeks = 100
                currency = "EUR"
                home_market = "home"
                """);
        Files.writeString(folder.resolve("markets.csv"), "market,transit_weeks\nhome,0\n");
        Files.writeString(folder.resolve("lines.csv"), "plant,line,models\nP,L,A\n");
        Files.writeString(folder.resolve("products.csv"), "model,trim,price\nA,x,100\n");
        Files.writeString(folder.resolve("capacity.csv"), "line,week,units\nL,2026-W02..," + UNITS_A_WEEK + "\n");
        Files.writeString(folder.resolve("parts.csv"), "part,opening_stock\npack," + UNITS_A_WEEK + "\n");
        Files.writeString(folder.resolve("bill.csv"), "part,quantity\npack,1\n");
        Files.writeString(
                folder.resolve("supply.csv"), "part,week,units\npack,2026-W02..," + (UNITS_A_WEEK + 1) + "\n");
        return switch (ScenarioFolder.read(folder, (_, _, _) -> {})) {
            case Reading.Sound sound ->
                new PlainScenario(folder, Network.ofBook(sound.contents().scenario()));
            case Reading.Flawed flawed ->
                throw new IllegalStateException("found flaws in the scenario of the proofs: " + flawed.flaws());
        };
    }
}
