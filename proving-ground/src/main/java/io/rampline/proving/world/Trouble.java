package io.rampline.proving.world;

import io.rampline.proving.world.FaultyLedger.Fault;
import io.rampline.proving.world.FaultyLedger.Moment;
import java.util.List;

/** Faults as they come, in showers. */
final class Trouble {
    private static final int STREAK_MOST = 25;

    private final Chance chance;
    private final int rate;
    private int streak;
    private int count;
    private boolean over;

    Trouble(Chance chance) {
        this.chance = chance;
        this.rate = chance.oneIn(5) ? 0 : chance.oneIn(2) ? 40 : 8;
    }

    void end() {
        over = true;
    }

    int count() {
        return count;
    }

    Fault next(Moment moment) {
        boolean due = !over && rate > 0 && chance.oneIn(streak > 0 ? 2 : rate) && streak < STREAK_MOST;
        if (!due) {
            streak = 0;
            return Fault.NONE;
        }
        streak += chance.oneIn(6) ? -streak : 1;
        count++;
        Fault fault = chance.oneOf(List.of(Fault.values()));
        boolean dies = fault == Fault.CRASH_BEFORE || fault == Fault.CRASH_AFTER;
        return dies && (moment == Moment.READ || chance.oneIn(2)) ? Fault.LOST_BEFORE : fault;
    }

    void reconnecting() {
        if (!over && rate > 0 && chance.oneIn(10)) {
            throw new IllegalStateException("the server does not start yet");
        }
    }
}
