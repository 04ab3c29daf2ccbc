package io.rampline.desk.command.book;

import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.ScenarioInput;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.scenario.PublicCommitments;
import io.rampline.factory.Network;
import io.rampline.intake.ScenarioContents;
import io.rampline.orderbook.BookDatabase;
import io.rampline.orderbook.BookSettings;
import io.rampline.orderbook.BookUnavailable;
import io.rampline.orderbook.DurableBook;
import io.rampline.orderbook.credibility.CommitmentLedger;
import io.rampline.orderbook.credibility.CommitmentLedger.Additions;
import io.rampline.promise.TimeOfBook;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** A book that is open: its database, its scenario, and what answers. */
final class OpenBook implements AutoCloseable {
    /** A scenario this young runs by the wall clock. */
    private static final long DAYS_CLOSE_TO_TODAY = 7;

    private final BookPlace.Opened place;
    private final ScenarioContents scenario;
    private final DurableBook book;

    private OpenBook(BookPlace.Opened place, ScenarioContents scenario, DurableBook book) {
        this.place = place;
        this.scenario = scenario;
        this.book = book;
    }

    /**
     * Opens the book of a place.
     *
     * @param makeFrom the scenario to make one of when there is none yet
     * @throws CommandFault when there is no book and none can be made, or it cannot be opened
     */
    static OpenBook open(BookPlace where, Optional<Path> makeFrom, Terminal terminal, Steps steps) {
        // A scenario that is not there or has flaws is to be told of before a database is made for it.
        Optional<Making> making =
                where.isNew() ? Optional.of(making(where, makeFrom, terminal, steps)) : Optional.empty();
        BookPlace.Opened place = where.open(steps);
        try {
            BookDatabase database = place.database();
            if (!database.holdsBook()) {
                make(database, making.isPresent() ? making.get() : making(where, makeFrom, terminal, steps), steps);
            }
            return open(place, steps);
        } catch (SQLException | BookUnavailable failed) {
            place.close();
            throw new CommandFault(
                    ExitCode.FILES, "could not open the book in " + where.label() + ": " + failed.getMessage(), failed);
        } catch (RuntimeException failed) {
            place.close();
            throw failed;
        }
    }

    private static OpenBook open(BookPlace.Opened place, Steps steps) throws SQLException {
        BookDatabase database = place.database();
        ScenarioContents scenario = StoredScenario.read(database, steps);
        steps.begin("Bringing the book back");
        BookSettings settings = place.server()
                .map(server -> BookSettings.USUAL.withReconnecting(server::revive))
                .orElse(BookSettings.USUAL);
        DurableBook book = DurableBook.open(database, Network.ofBook(scenario.scenario()), settings);
        steps.end();
        return new OpenBook(place, scenario, book);
    }

    /** What a book is to be made of. */
    private record Making(Path folder, ScenarioContents contents, Additions said) {}

    private static Making making(BookPlace where, Optional<Path> makeFrom, Terminal terminal, Steps steps) {
        Path folder = makeFrom.orElseThrow(() -> new CommandFault(
                ExitCode.FILES,
                "found no book in " + where.label()
                        + ". Maybe make one of a scenario: rampline serve my-scenario --data " + where.label()));
        ScenarioContents contents = ScenarioInput.read(folder, terminal, steps);
        Additions said = CommitmentLedger.additions(PublicCommitments.of(contents), List.of());
        if (!said.refused().isEmpty()) {
            throw new CommandFault(
                    ExitCode.FLAWS,
                    "outturn/commitments.csv says one thing twice. "
                            + said.refused().getFirst());
        }
        return new Making(folder, contents, said);
    }

    private static void make(BookDatabase database, Making making, Steps steps) throws SQLException {
        ScenarioContents contents = making.contents();
        steps.begin("Promising and recording " + contents.openOrders().size() + " orders");
        database.make(
                Network.ofBook(contents.scenario()),
                StoredScenario.files(making.folder()),
                contents.openOrders(),
                making.said().notices(),
                clockOffsetMicros(contents.scenario().asOf()));
    }

    /**
     * Book time less wall clock time. A book of these days runs by the wall clock of this machine's time zone; one of
     * another time starts on its scenario's day and runs on from there.
     */
    private static long clockOffsetMicros(LocalDate asOf) {
        long wall = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        LocalDateTime here = LocalDateTime.now(ZoneId.systemDefault());
        if (Math.abs(ChronoUnit.DAYS.between(asOf, here.toLocalDate())) <= DAYS_CLOSE_TO_TODAY) {
            return ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), here) - wall;
        }
        return TimeOfBook.startOfDayMicros(asOf) - wall;
    }

    DurableBook book() {
        return book;
    }

    BookDatabase database() {
        return place.database();
    }

    ScenarioContents scenario() {
        return scenario;
    }

    /** Answers what waits, then closes the book, and the server where it is our own. */
    @Override
    public void close() {
        book.close();
        place.close();
    }
}
