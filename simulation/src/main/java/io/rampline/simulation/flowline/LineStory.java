package io.rampline.simulation.flowline;

import io.rampline.factory.FlowLine;
import java.util.ArrayList;
import java.util.List;

/** Some hours of one run, told from moment to moment: for a picture. Immutable. */
public final class LineStory {
    private static final double HOUR = 3600;

    private final int hours;
    private final int samplesPerHour;
    private final int[][] levels;
    private final List<Reign> reigns;

    /**
     * A time with one and the same bottleneck.
     *
     * @param fromHour from the end of the warm-up, with fractions
     */
    public record Reign(int station, double fromHour, double toHour) {}

    private LineStory(int hours, int samplesPerHour, int[][] levels, List<Reign> reigns) {
        this.hours = hours;
        this.samplesPerHour = samplesPerHour;
        this.levels = levels;
        this.reigns = List.copyOf(reigns);
    }

    /**
     * The first hours after the warm-up of a run.
     *
     * @param samplesPerHour how often buffers are looked at
     */
    public static LineStory of(FlowLine line, int warmUpHours, int hours, int samplesPerHour, long seed) {
        LineRun run = new LineRun(line, seed, 0, hours, true);
        run.runUntil(warmUpHours * HOUR);
        run.forget();
        double from = run.now();
        int[][] levels = new int[line.stations().size()][hours * samplesPerHour];
        for (int sample = 0; sample < hours * samplesPerHour; sample++) {
            run.runUntil(from + (sample + 1) * HOUR / samplesPerHour);
            for (int station = 0; station < levels.length; station++) {
                levels[station][sample] = run.level(station);
            }
        }
        run.activity().end(run.now());
        List<Reign> reigns = new ArrayList<>();
        for (Bottlenecks.Reign reign :
                Bottlenecks.of(run.activity(), from, run.now()).reigns()) {
            reigns.add(new Reign(reign.station(), (reign.start() - from) / HOUR, (reign.end() - from) / HOUR));
        }
        return new LineStory(hours, samplesPerHour, levels, reigns);
    }

    public int hours() {
        return hours;
    }

    public int samplesPerHour() {
        return samplesPerHour;
    }

    /** Jobs waiting before a station at the end of a sample, 0 to hours x samples an hour. */
    public int level(int station, int sample) {
        return levels[station][sample];
    }

    /** In the order of time. */
    public List<Reign> reigns() {
        return reigns;
    }
}
