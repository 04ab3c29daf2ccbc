package io.rampline.desk.command.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.desk.command.CommandFault;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BookPlaceTest {
    @Test
    void anAddressNamesHostPortUserAndOptions() {
        BookPlace.Address address =
                BookPlace.address("postgresql://ann:p%40ss@db.example:6000/book?ssl=true", Map.of());
        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:6000/book?ssl=true");
        assertThat(address.user().user()).isEqualTo("ann");
        assertThat(address.user().password()).isEqualTo("p@ss");
    }

    @Test
    void thePasswordMayComeFromTheEnvironment() {
        BookPlace.Address address = BookPlace.address(
                "jdbc:postgresql://ann@db.example/book", Map.of("RAMPLINE_DATABASE_PASSWORD", "secret"));
        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example/book");
        assertThat(address.user().password()).isEqualTo("secret");
    }

    @Test
    void whatIsNoAddressIsSaidWithoutItsPassword() {
        for (String wrong : new String[] {"mysql://ann:secret@db/book", "book", "postgresql://db.example", "::"}) {
            assertThatThrownBy(() -> BookPlace.address(wrong, Map.of()))
                    .isInstanceOf(CommandFault.class)
                    .hasMessageContaining("expected postgresql://USER@HOST:PORT/NAME")
                    .hasMessageNotContaining("secret");
        }
    }
}
