package io.rampline.orderbook.credibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.Configuration;
import io.rampline.factory.WindowRule;
import io.rampline.orderbook.credibility.Cohort.Grouping;
import io.rampline.orderbook.credibility.PromiseRecord.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecordAgainstTwinTest {
    private static final int STORIES = Integer.getInteger("rampline.stories", 3_000);
    private static final long SEED = Long.getLong("rampline.seed", 1L);

    @Test
    void theRecordSaysTheSameAsReadingEveryOrdersDatesOffAList() {
        for (int i = 0; i < STORIES; i++) {
            compare(SEED + i);
        }
    }

    private static void compare(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        WindowRule rule = new WindowRule(random.nextInt(3), random.nextInt(4), random.nextInt(3) / 4.0);
        EntryStory story = new RandomStory(random).tell(5 + random.nextInt(60));
        PromiseRecord record = new PromiseRecord(EntryStory.HORIZON, rule);
        PlainRecord plain = new PlainRecord(rule);
        story.told.forEach(told -> {
            record.add(told.entry(), told.atMicros());
            plain.add(told);
        });
        Bar bar = new Bar(story.now() + random.nextLong(0, 60) * 86_400_000_000L, random.nextInt(3));
        Grouping grouping =
                new Grouping(random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
        String what = "seed " + seed + ", " + grouping + ", " + bar + ", " + story.told;

        List<CohortRecord> found = record.cohorts(grouping, _ -> true, bar);

        assertThat(found).as(what).allSatisfy(one -> assertThat(one).isEqualTo(plain.record(one.cohort(), bar)));
        assertThat(found).as(what).extracting(CohortRecord::cohort).isSorted();
        CohortRecord whole = record.whole(bar);
        if (whole.verdicts().orders() > 0) {
            assertThat(whole).as(what).isEqualTo(plain.record(whole.cohort(), bar));
        }
        assertThat(found.stream().mapToLong(one -> one.verdicts().orders()).sum())
                .as(what)
                .isEqualTo(whole.verdicts().orders());
    }

    /** Makes entries that a book could have. */
    private static final class RandomStory {
        private final SplittableRandom random;
        private final EntryStory story = new EntryStory();
        /** Order to the delivery it was last told, for those that are open; and those held. */
        private final TreeMap<String, Integer> open = new TreeMap<>();

        private final TreeMap<String, Integer> held = new TreeMap<>();
        private int serial;
        private int week;

        RandomStory(SplittableRandom random) {
            this.random = random;
        }

        EntryStory tell(int steps) {
            for (int i = 0; i < steps; i++) {
                week += random.nextInt(5) == 0 ? 1 + random.nextInt(2) : 0;
                story.on(EntryStory.HORIZON.week(week).monday().plusDays(random.nextInt(7)));
                step();
            }
            return story.on(EntryStory.HORIZON.week(week).sunday());
        }

        private void step() {
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> book();
                case 3 -> {
                    String id = "o" + serial++;
                    int first = date();
                    int delivery = random.nextInt(2) == 0 ? first : date();
                    story.takenOver(
                            id, EntryStory.HORIZON.week(-random.nextInt(20)).monday(), first, delivery);
                    open.put(id, delivery);
                }
                case 4 -> {
                    String id = "o" + serial++;
                    int delivery = Math.max(0, date());
                    story.held(id, delivery);
                    held.put(id, delivery);
                }
                case 5 -> endHold();
                case 6, 7, 8 -> moveOne();
                case 9 -> {
                    if (!open.isEmpty()) {
                        String id = one(open);
                        open.put(id, date());
                        story.changed(id, configuration(), open.get(id));
                    }
                }
                case 10 -> {
                    if (!open.isEmpty()) {
                        String id = one(open);
                        open.remove(id);
                        story.cancelled(id);
                    }
                }
                default -> {
                    if (!open.isEmpty()) {
                        String id = one(open);
                        open.remove(id);
                        story.delivered(id);
                    }
                }
            }
        }

        private void book() {
            String id = "o" + serial++;
            open.put(id, date());
            story.booked(id, configuration(), open.get(id));
        }

        private void endHold() {
            if (held.isEmpty()) {
                return;
            }
            String id = one(held);
            int delivery = held.remove(id);
            switch (random.nextInt(3)) {
                case 0 -> {
                    story.confirmed(id);
                    open.put(id, delivery);
                }
                case 1 -> {
                    story.expired(id);
                    if (random.nextBoolean()) {
                        open.put(id, date());
                        story.booked(id, configuration(), open.get(id));
                    }
                }
                default -> story.cancelled(id);
            }
        }

        private void moveOne() {
            if (open.isEmpty()) {
                return;
            }
            String id = one(open);
            int from = open.get(id);
            int to = date();
            open.put(id, to);
            if (to != EntryStory.NO_DATE && random.nextInt(4) == 0) {
                story.pulledForward(id, from, to);
            } else {
                story.moved(id, from, to);
            }
        }

        private String one(SortedMap<String, Integer> orders) {
            return new ArrayList<>(orders.keySet()).get(random.nextInt(orders.size()));
        }

        private int date() {
            return random.nextInt(6) == 0 ? EntryStory.NO_DATE : week + random.nextInt(6);
        }

        private Configuration configuration() {
            return random.nextInt(4) == 0
                    ? new Configuration("far", "SU7", "Max", List.of())
                    : random.nextBoolean() ? EntryStory.MAX : EntryStory.PRO;
        }
    }
}
