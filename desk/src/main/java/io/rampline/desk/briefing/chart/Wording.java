package io.rampline.desk.briefing.chart;

import java.util.List;
import java.util.function.DoubleFunction;

/**
 * What a chart says in the reader's language.
 *
 * @param months twelve short names
 * @param number writes a value
 * @param past heading of the weeks before the day of the briefing
 * @param today name of that day
 * @param future heading of the weeks after it
 */
public record Wording(List<String> months, DoubleFunction<String> number, String past, String today, String future) {
    public Wording {
        months = List.copyOf(months);
    }
}
