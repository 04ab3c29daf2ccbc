package io.rampline.desk.briefing;

import io.rampline.factory.Week;
import java.util.List;

/**
 * The order bank week by week: what happened until the week of the briefing, what is promised after it.
 *
 * @param first the first week
 * @param pastWeeks how many weeks have happened; the last of them holds the day of the briefing
 * @param weeks how many weeks in all
 */
public record Timeline(Week first, int pastWeeks, int weeks, List<ModelWeeks> models) {
    public Timeline {
        models = List.copyOf(models);
    }

    /**
     * One model, by week of the timeline.
     *
     * @param locked orders locked; 0 in the future
     * @param cancelled orders cancelled; 0 in the future
     * @param delivered handed over, in the future promised
     * @param bank open orders at the end of the week, those beyond the horizon included
     */
    public record ModelWeeks(String model, Weekly locked, Weekly cancelled, Weekly delivered, Weekly bank) {}

    public Week week(int index) {
        return first.plus(index);
    }

    public int bank(int index) {
        return models.stream().mapToInt(model -> model.bank().whole(index)).sum();
    }

    public int delivered(int index) {
        return models.stream().mapToInt(model -> model.delivered().whole(index)).sum();
    }

    public int locked(int index) {
        return models.stream().mapToInt(model -> model.locked().whole(index)).sum();
    }

    public int cancelled(int index) {
        return models.stream().mapToInt(model -> model.cancelled().whole(index)).sum();
    }
}
