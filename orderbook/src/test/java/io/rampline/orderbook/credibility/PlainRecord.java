package io.rampline.orderbook.credibility;

import io.rampline.factory.Configuration;
import io.rampline.factory.WindowRule;
import io.rampline.orderbook.credibility.CohortRecord.Moves;
import io.rampline.orderbook.credibility.CohortRecord.Ranges;
import io.rampline.orderbook.credibility.CohortRecord.Slips;
import io.rampline.orderbook.credibility.CohortRecord.Verdicts;
import io.rampline.orderbook.credibility.CohortRecord.Warnings;
import io.rampline.orderbook.credibility.EntryStory.Told;
import io.rampline.orderbook.credibility.PromiseRecord.Bar;
import io.rampline.promise.Entry;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.promise.Promise;
import io.rampline.promise.Reason;
import io.rampline.promise.TimeOfBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The record of promises the plain way: keeps for each order the list of dates it was told, by whose doing, and reads
 * every answer off that list. The twin of {@link PromiseRecord}.
 */
final class PlainRecord {
    /** A date told; {@code delivery} null for none. */
    private record Date(Integer delivery, long atMicros, boolean customersDoing) {}

    private static final class Life {
        final List<Date> dates = new ArrayList<>();
        Configuration configuration;
        long lockedAtMicros;
        boolean held;
        Long bookedAtMicros;
        Long cancelledAtMicros;
        Long deliveredAtMicros;
    }

    private final WindowRule rule;
    private final List<Life> lives = new ArrayList<>();
    private final Map<String, Life> byId = new LinkedHashMap<>();

    PlainRecord(WindowRule rule) {
        this.rule = rule;
    }

    void add(Told told) {
        long at = told.atMicros();
        switch (told.entry()) {
            case Entry.Booked booked -> begin(booked.order(), booked.promise(), at).bookedAtMicros = at;
            case Entry.Held held -> begin(held.order(), held.promise(), at).held = true;
            case Entry.TakenOver taken -> {
                Promise before = taken.firstDelivery() == OrderTable.NEVER_PROMISED
                        ? null
                        : EntryStory.promise(taken.firstDelivery());
                if (before == null) {
                    begin(taken.order(), taken.promise(), at).bookedAtMicros = at;
                } else {
                    Life life = begin(taken.order(), before, taken.order().lockedAtMicros());
                    life.bookedAtMicros = at;
                    life.dates.add(new Date(delivery(taken.promise()), at, false));
                }
            }
            case Entry.HoldConfirmed confirmed -> {
                byId.get(confirmed.orderId()).held = false;
                byId.get(confirmed.orderId()).bookedAtMicros = at;
            }
            case Entry.HoldExpired expired -> lives.remove(byId.remove(expired.orderId()));
            case Entry.Cancelled cancelled -> {
                Life life = byId.get(cancelled.orderId());
                if (life.held) {
                    lives.remove(life);
                }
                life.cancelledAtMicros = at;
            }
            case Entry.Delivered delivered ->
                byId.get(delivered.orderId()).deliveredAtMicros = delivered.deliveredAtMicros();
            case Entry.Changed changed -> {
                Life life = byId.get(changed.order().id());
                life.configuration = changed.order().configuration();
                life.dates.add(new Date(delivery(changed.promise()), at, true));
            }
            case Entry.PromiseMoved moved ->
                byId.get(moved.orderId())
                        .dates
                        .add(new Date(delivery(moved.to()), at, moved.reason() instanceof Reason.PullForward));
            case Entry.CapacityChanged _,
                    Entry.PlanAdopted _,
                    Entry.ShortageOpened _,
                    Entry.ShortageClosed _,
                    Entry.Advanced _ -> {}
        }
    }

    private Life begin(Order order, Promise promise, long at) {
        Life life = new Life();
        life.configuration = order.configuration();
        life.lockedAtMicros = order.lockedAtMicros();
        life.dates.add(new Date(delivery(promise), at, true));
        lives.add(life);
        byId.put(order.id(), life);
        return life;
    }

    private static Integer delivery(Promise promise) {
        return promise instanceof Promise.Dated dated ? dated.deliveryBucket() : null;
    }

    private static int bucket(long micros) {
        return EntryStory.HORIZON.bucket(TimeOfBook.week(micros));
    }

    /** The record of the orders of one lock week and configuration, or null when there are none. */
    CohortRecord record(Cohort cohort, Bar bar) {
        long[] v = new long[7];
        long[] s = new long[3];
        long[] m = new long[5];
        long[] w = new long[2];
        long[] r = new long[4];
        boolean any = false;
        for (Life life : lives) {
            if (life.held || !isIn(life, cohort)) {
                continue;
            }
            any = true;
            judge(life, bar, v, s, m, w, r);
        }
        return any
                ? new CohortRecord(
                        cohort,
                        new Verdicts(v[0], v[1], v[2], v[3], v[4], v[5], v[6]),
                        new Slips(s[0], s[1], s[2]),
                        new Moves(m[0], m[1], m[2], m[3], m[4]),
                        new Warnings(w[0], w[1]),
                        new Ranges(r[0], r[1], r[2], r[3]))
                : null;
    }

    private static boolean isIn(Life life, Cohort cohort) {
        return cohort.lockWeek()
                        .map(TimeOfBook.week(life.lockedAtMicros)::equals)
                        .orElse(true)
                && cohort.market().map(life.configuration.market()::equals).orElse(true)
                && cohort.model().map(life.configuration.model()::equals).orElse(true)
                && cohort.trim().map(life.configuration.trim()::equals).orElse(true);
    }

    private void judge(Life life, Bar bar, long[] v, long[] s, long[] m, long[] w, long[] r) {
        int start = 0;
        for (int i = 0; i < life.dates.size(); i++) {
            start = life.dates.get(i).customersDoing() ? i : start;
        }
        while (start < life.dates.size() - 1 && life.dates.get(start).delivery() == null) {
            start++;
        }
        Date basis = life.dates.get(start);
        Integer now = life.dates.getLast().delivery();
        Long closed = life.deliveredAtMicros != null ? life.deliveredAtMicros : life.cancelledAtMicros;
        long end = closed != null ? closed : bar.asOfMicros();
        m[4] += Math.max(0, (end - life.bookedAtMicros) / TimeOfBook.MICROS_PER_DAY);
        m[3] += revisions(life.dates);
        if (basis.delivery() == null) {
            v[life.cancelledAtMicros != null ? 5 : 4]++;
            return;
        }
        int promised = basis.delivery();
        int week = bucket(end);
        boolean hopeless = week > promised + bar.graceWeeks() || now == null || now > promised + bar.graceWeeks();
        int made = bucket(basis.atMicros());
        int early = Math.max(promised - rule.earlyWeeks(), Math.min(promised, made + 1));
        int late = promised + rule.lateBy(promised - made);
        r[2]++;
        r[3] += late - early + 1;
        if (now != null) {
            m[0]++;
            m[1] += now - promised;
            m[2] += Math.abs(now - promised) > 1 ? 1 : 0;
        }
        if (life.deliveredAtMicros != null) {
            v[week - promised <= bar.graceWeeks() ? 0 : 1]++;
            s[0]++;
            s[1] += week - promised;
            s[2] += Math.abs(week - promised);
            r[0]++;
            r[1] += week >= early && week <= late ? 1 : 0;
            Long last = lastRevision(life.dates.subList(start, life.dates.size()));
            if (last != null) {
                w[0]++;
                w[1] += TimeOfBook.day(end).toEpochDay() - TimeOfBook.day(last).toEpochDay();
            }
        } else if (life.cancelledAtMicros != null) {
            v[hopeless ? 6 : 5]++;
        } else {
            v[hopeless ? 3 : 2]++;
            r[0] += week > late ? 1 : 0;
        }
    }

    /** Changes that were not the customer's doing, and not from "no date" to the first one of a basis. */
    private static int revisions(List<Date> dates) {
        int revisions = 0;
        boolean dated = false;
        for (int i = 0; i < dates.size(); i++) {
            Date date = dates.get(i);
            if (date.customersDoing()) {
                dated = date.delivery() != null;
            } else if (!dated) {
                dated = date.delivery() != null;
            } else if (!Objects.equals(date.delivery(), dates.get(i - 1).delivery())) {
                revisions++;
            }
        }
        return revisions;
    }

    private static Long lastRevision(List<Date> sinceBasis) {
        Long last = null;
        for (int i = 1; i < sinceBasis.size(); i++) {
            if (!Objects.equals(
                    sinceBasis.get(i).delivery(), sinceBasis.get(i - 1).delivery())) {
                last = sinceBasis.get(i).atMicros();
            }
        }
        return last;
    }
}
