package io.rampline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.intake.TomlPlaces.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TomlFileTest {
    private static List<String> flaws(String text) {
        FlawBook flaws = new FlawBook();
        TomlFile.parse("x.toml", flaws, text.getBytes(StandardCharsets.UTF_8))
                .ifPresent(toml -> toml.expectOnly(List.of("a", "rules.b", "rules.c", "model.*")));
        return flaws.flawed().flaws().stream()
                .map(flaw -> flaw.line() + ":" + flaw.column() + " " + flaw.found())
                .toList();
    }

    @Test
    void keysAreFoundWhereverTheyStand() {
        TomlPlaces places = TomlPlaces.of("""
                # top = 1
                a = 1
                list = [
                  1,
                  2 ] # b = 3
                text = \"""
                c = 4
                \"""
                  rules . d = "x = 5"
                [rules]
                b   =   2
                inline = { z = 1, y = [1,
                   2] }
                [[many]]
                e = 1
                ["quoted"]
                'f' = 1
                """);

        assertThat(places.of(List.of("a"))).isEqualTo(new Place(2, 5));
        assertThat(places.of(List.of("b"))).isEqualTo(Place.FRONT);
        assertThat(places.of(List.of("c"))).isEqualTo(Place.FRONT);
        assertThat(places.of(List.of("rules", "d"))).isEqualTo(new Place(9, 15));
        assertThat(places.of(List.of("rules", "b"))).isEqualTo(new Place(11, 9));
        assertThat(places.of(List.of("rules", "inline", "z"))).isEqualTo(new Place(12, 10));
        assertThat(places.of(List.of("rules", "other"))).isEqualTo(new Place(10, 1));
        assertThat(places.of(List.of("many", "e"))).isEqualTo(new Place(15, 5));
        assertThat(places.of(List.of("quoted", "f"))).isEqualTo(new Place(17, 7));
    }

    @Test
    void unknownKeysAreFlawsInEveryTable() {
        assertThat(flaws("a=1\nz=2\n[rules]\nb=1\nbb=2\n[other]\nx=1\n[model.X]\nanything=1\n"))
                .containsExactly("2:3 key \"z\"", "5:4 key \"rules.bb\"", "6:1 key \"other\"");
    }

    @Test
    void aKeyTwiceIsReportedWhereItIsTheSecond() {
        assertThat(flaws("a = 1\nrules.b = 1\n a = 2\n")).containsExactly("3:6 a key for the second time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a = ", "a 1", "[a", "a = \"x", "a = 1 2", "a = \u0000", "a = 'x' 'y'", "= 1"})
    void whatIsNoTomlIsOneFlaw(String text) {
        assertThat(flaws(text)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "weeks 40 => an = is missing: weeks = 40",
                "weeks: 40 => an = is missing: weeks = 40",
                "weeks => an = and a value are missing",
                "weeks = => a value is missing behind the =",
                "weeks == 40 => one = alone",
                "weeks : = 40 => the = alone, without the colon",
                "= 40 => a key in front of the =",
                "start week = 40 => a key in one word: start_week = 40",
                "Ma\u00DF = 40 => a key of the letters a to z, digits, - and _",
                "name = \"x => a closing quote is missing: \"x\"",
                "name = \u201Ex y\u201C => straight quotes: \"x y\"",
                "name = x # y => put it in quotes: \"x\"",
                "name = \"a\\x\" => two \\ for each one, or / in its place",
                "week = 2027-W06 => put it in quotes: \"2027-W06\"",
                "day = 2027-2-7 => write 2027-02-07",
                "day = 7.2.27 => write 2027-02-07",
                "share = 0,9 => a decimal comma: write 0.9",
                "weeks = 40; => nothing behind the value: 40",
                "weeks = 40 weeks => the number alone: 40",
                "weeks = 07 => without the zero in front: 7",
                "open = True => small letters: true",
                "[window => a ] is missing: [window]",
                "list = [1, 2 => a ] is missing behind the list",
                "// a comment => a comment, which begins with #",
                "a = 'x' 'y' => see: \"More data after value has already ended\""
            })
    void whatIsNoTomlIsShownWithWhatToTry(String line, String maybe) {
        FlawBook flaws = new FlawBook();

        TomlFile.parse("x.toml", flaws, ("b = 1\n" + line + "\n").getBytes(StandardCharsets.UTF_8));

        Flaw flaw = flaws.flawed().flaws().getFirst();
        assertThat(flaw.line()).isEqualTo(2);
        assertThat(flaw.found()).isEqualTo("no valid TOML in " + Wording.quoted(line));
        assertThat(flaw.expected()).isEqualTo("KEY = VALUE such as name = \"text\", weeks = 52 or as_of = 2025-07-06");
        assertThat(flaw.maybe()).isEqualTo(maybe);
    }

    @Test
    void aListThatNobodyClosedIsNoticedBelowIt() {
        FlawBook flaws = new FlawBook();

        TomlFile.parse("x.toml", flaws, "a = [1,\n  2\nb = 3\n".getBytes(StandardCharsets.UTF_8));

        assertThat(flaws.flawed().flaws())
                .singleElement()
                .asString()
                .contains("found no valid TOML in \"b = 3\"", "maybe a ] is missing in a line above");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a=", "a.", "[[", "\"", "'''", "\"\"\"", "a=[", "\\"})
    void depthIsNoDanger(String piece) {
        assertThat(flaws("a = " + piece.repeat(20_000))).hasSize(1);
        assertThat(flaws(piece.repeat(20_000))).hasSize(1);
    }

    @Test
    void aHugeFileIsNotRead() {
        assertThat(flaws("#".repeat(300_000))).containsExactly("1:1 more than 262144 bytes");
    }

    @Test
    void hugeNumbersAreHeldAgainstTheirRange() {
        FlawBook flaws = new FlawBook();
        TomlFile toml = TomlFile.parse(
                        "x.toml",
                        flaws,
                        "a=1e999999999\nb=-1e-999999999\nc=inf\nd=99999999999999999999\ne=0x10\nf=1e2"
                                .getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        var currency = new io.rampline.factory.Currency("EUR", 2);
        for (String key : List.of("a", "b", "c", "d")) {
            assertThat(toml.money(TomlKey.of(key), currency, 5)).isEqualTo(5);
            assertThat(toml.whole(TomlKey.of(key), 0, 9)).isZero();
            assertThat(toml.decimal(TomlKey.of(key), 1, 2, 1.5)).isEqualTo(1.5);
        }

        assertThat(toml.whole(TomlKey.of("e"), 0, 20)).isEqualTo(16);
        assertThat(toml.money(TomlKey.of("f"), currency, 5)).isEqualTo(10_000);
        assertThat(flaws.flawed().flaws()).hasSize(12);
    }

    @Test
    void aDateMayStandWithOrWithoutQuotes() {
        for (String text : List.of("a = 2025-07-06", "a = \"2025-07-06\"")) {
            Optional<TomlFile> toml = TomlFile.parse("x", new FlawBook(), text.getBytes(StandardCharsets.UTF_8));

            assertThat(toml.orElseThrow().text(TomlKey.of("a"), "", maybe -> maybe))
                    .contains("2025-07-06");
        }
    }
}
