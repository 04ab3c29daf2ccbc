package io.rampline.simulation.backtest;

import io.rampline.simulation.backtest.Forecast.Kind;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What happened.
 *
 * @param from first day; of a posted wait the day it was seen
 * @param until last day; the same for a posted wait
 * @param model empty for all models together
 * @param trim empty for all trims
 * @param value units, or weeks
 */
public record Actual(
        Kind kind, LocalDate from, LocalDate until, Optional<String> model, Optional<String> trim, double value) {}
