package io.rampline.orderbook.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever is done to the rows of a book, the audit says so. */
class TamperTest {
    private static final int TAMPERS = Integer.getInteger("rampline.tampers", 6_000);
    private static final long SEED = Long.getLong("rampline.seed", 1L);
    private static final int TAMPERS_OF_A_BOOK = 60;
    private static final List<Tampering> WAYS = List.of(Tampering.values());

    @Test
    void everyChangeOfTheRecordIsFound() throws SQLException {
        Map<Tampering, Integer> found = new EnumMap<>(Tampering.class);
        List<String> missed = new ArrayList<>();
        long seed = SEED;
        for (int done = 0; done < TAMPERS; seed++) {
            BookInMemory book = BookInMemory.ofSeed(seed, 60);
            if (book.entries.size() < 2 || book.snapshot.isEmpty()) {
                continue;
            }
            Anchor anchor = book.audit().end().orElseThrow();
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < TAMPERS_OF_A_BOOK; i++, done++) {
                Tampering tampering = WAYS.get(i % WAYS.size());
                BookInMemory changed = book.copy();
                tampering.of(changed, random);
                AuditReport report = tampering.fitsItself() ? changed.audit(anchor) : changed.audit();
                if (report.clean()) {
                    missed.add("seed " + seed + ", " + tampering + " number " + i);
                } else {
                    found.merge(tampering, 1, Integer::sum);
                }
            }
        }
        assertThat(missed).isEmpty();
        assertThat(found).containsOnlyKeys(Tampering.values());
    }

    @Test
    void anEndCutOffTogetherWithTheHeadIsFoundOnlyByAnAnchor() throws SQLException {
        BookInMemory book = BookInMemory.ofSeed(7, 60);
        Anchor anchor = book.audit().end().orElseThrow();
        // A thief who also mends counters and snapshot leaves a book that is sound in itself: an earlier state of it.
        BookInMemory earlier = BookInMemory.ofSeed(7, 60);
        int left = earlier.entries.size() - 3;
        earlier.entries.subList(left, earlier.entries.size()).clear();
        earlier.heads.set(
                0, new StoredBook.StoredHead(left, earlier.entries.getLast().hash()));

        assertThat(earlier.audit(anchor).differences())
                .filteredOn(difference -> difference.check() == Check.ANCHORS)
                .singleElement()
                .satisfies(difference -> assertThat(difference.toString())
                        .isEqualTo("entry " + anchor.position() + ": found a book that ends at entry " + left
                                + ", expected the entry of the anchor"));
        assertThat(earlier.audit().differences())
                .noneMatch(difference -> difference.check() == Check.CHAIN || difference.check() == Check.HEAD);
    }

    @Test
    void aDifferenceSaysWhereItIs() throws SQLException {
        BookInMemory book = BookInMemory.ofSeed(3, 60);
        StoredEntry entry = book.entries.get(4);
        book.entries.set(
                4,
                new StoredEntry(
                        entry.position(),
                        entry.kind(),
                        entry.recordedAtMicros(),
                        "mallory",
                        entry.reason(),
                        entry.orderId(),
                        entry.body(),
                        entry.hash()));

        AuditReport report = book.audit();

        assertThat(report.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.check()).isEqualTo(Check.CHAIN);
            assertThat(difference.toString()).startsWith("entry 5: found hash ").contains(", expected ");
        });
        assertThat(report.differenceCount()).isEqualTo(1);
    }

    @Test
    void anAnchorIsReadAsItIsPrinted() {
        Anchor anchor = new Anchor(17, "0123456789abcdef".repeat(4));

        assertThat(Anchor.parse(anchor.toString())).isEqualTo(anchor);
        assertThat(Anchor.parse(anchor.toString().toUpperCase(Locale.ROOT))).isEqualTo(anchor);
        assertThatThrownBy(() -> Anchor.parse("17")).hasMessageContaining("expected POSITION:HASH");
        assertThatThrownBy(() -> Anchor.parse("0:" + anchor.hash())).hasMessageContaining("expected POSITION:HASH");
    }
}
