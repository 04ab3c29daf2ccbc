package io.rampline.orderbook.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.orderbook.audit.AuditReport.Checked;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SoundBookTest {
    private static final int WORLDS = Integer.getInteger("rampline.worlds", 2_000);
    private static final long SEED = Long.getLong("rampline.seed", 1L);

    @Test
    void nothingIsFoundInABookThatNobodyTouched() throws SQLException {
        Map<Check, Long> counts = new EnumMap<>(Check.class);
        for (long seed = SEED; seed < SEED + WORLDS; seed++) {
            BookInMemory book = BookInMemory.ofSeed(seed, 60);
            AuditReport report = book.audit();

            assertThat(report.differences()).as("seed " + seed).isEmpty();
            assertThat(report.clean()).as("seed " + seed).isTrue();
            assertThat(report.entries()).isEqualTo(book.entries.size());
            for (Checked checked : report.checks()) {
                counts.merge(checked.check(), checked.count(), Long::sum);
            }
            report.end().ifPresent(end -> assertThat(auditWith(book, end)).isTrue());
        }
        EnumSet<Check> everyWorld = EnumSet.allOf(Check.class);
        everyWorld.remove(Check.ANCHORS);
        assertThat(everyWorld)
                .allSatisfy(
                        check -> assertThat(counts.get(check)).as(check.name()).isPositive());
    }

    private static boolean auditWith(BookInMemory book, Anchor anchor) {
        try {
            AuditReport report = book.audit(anchor);
            return report.clean() && report.checks().get(4).equals(new Checked(Check.ANCHORS, 1, 0));
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
