package io.rampline.orderbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.orderbook.record.BookExport;
import io.rampline.orderbook.server.ServerForTests;
import io.rampline.promise.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export of a book that others go on writing. */
class ExportOfABookInUseTest {
    private static final SmallFactory FACTORY = new SmallFactory();

    @Test
    void allFilesAndTheEndOfTheRecordAreOfOneMoment(@TempDir Path folder) throws SQLException, IOException {
        ServerForTests.Database empty = ServerForTests.newDatabase();
        try (BookDatabase database = BookDatabase.open(empty.jdbcUrl(), empty.owner())) {
            database.make(FACTORY.network(), FACTORY.files(), FACTORY.orders(3), List.of(), FACTORY.clockOffset());
            try (DurableBook book = DurableBook.open(database, FACTORY.network(), BookSettings.USUAL);
                    Connection connection = database.connect()) {
                BookExport.begin(connection);
                long entries = BookExport.entries(connection, folder.resolve("entries.csv"));
                BookExport.buckets(connection, folder.resolve("before.csv"));
                book.ask(Request.of("ann", new Command.Book(FACTORY.order("late", "home"))));
                BookExport.buckets(connection, folder.resolve("buckets.csv"));
                BookExport.Anchor anchor = BookExport.anchor(connection);

                assertThat(anchor.position()).isEqualTo(entries);
                assertThat(folder.resolve("buckets.csv")).hasSameTextualContentAs(folder.resolve("before.csv"));
                assertThat(Files.readString(folder.resolve("entries.csv")))
                        .contains(anchor.hash().toString());
            }
        }
    }
}
