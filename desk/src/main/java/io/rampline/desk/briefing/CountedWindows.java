package io.rampline.desk.briefing;

import io.rampline.simulation.window.Windows;

/**
 * Windows that were counted in futures, in place of the scenario's rule.
 *
 * @param windows of the open orders, by row
 * @param futures how many were counted
 * @param seed of the futures
 */
public record CountedWindows(Windows windows, long futures, long seed) {}
