package io.rampline.desk.flowline;

import io.rampline.factory.FlowLine;
import io.rampline.factory.Scenario;
import io.rampline.factory.ShiftModel;
import io.rampline.simulation.flowline.Effect;
import io.rampline.simulation.flowline.LineResult;
import io.rampline.simulation.flowline.LineStory;
import io.rampline.simulation.flowline.Mean;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is told about flow lines.
 *
 * @param name of the scenario or file
 * @param scenario empty for a file of its own
 * @param lines in file order
 */
public record FlowlineReport(String name, Optional<Scenario> scenario, long seed, List<FlowlineReport.OfLine> lines) {
    public FlowlineReport {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param result of all runs
     * @param effects changes that were tried, in the order of the stations
     * @param unlimited good jobs an hour if buffers were endless: the slowest station alone
     * @param estimate good jobs an hour by decomposition, without simulating
     */
    public record OfLine(LineResult result, List<Effect> effects, LineStory story, double unlimited, double estimate) {
        public OfLine {
            effects = List.copyOf(effects);
        }

        public FlowLine line() {
            return result.line();
        }

        /** Hours of staffed time a week; empty where the scenario does not say how the line is run. */
        public Optional<Double> weekHours() {
            return line().shifts().map(OfLine::weekHours);
        }

        static double weekHours(ShiftModel shifts) {
            return shifts.hoursPerShift() * shifts.shiftsPerDay() * shifts.daysPerWeek();
        }

        /** What the stations make of the rate that the scenario states; empty where it states none. */
        public Optional<Oee> oee() {
            return line().shifts()
                    .filter(shifts -> shifts.jobsPerHour() > 0)
                    .map(shifts -> new Oee(shifts, result.jobsPerHour().over(shifts.jobsPerHour())));
        }

        /** Changes that surely help, the best first. */
        public List<Effect> best() {
            return effects.stream()
                    .filter(effect -> effect.jobsPerHour().low() > 0)
                    .sorted(Comparator.comparingDouble(
                                    (Effect effect) -> effect.jobsPerHour().value())
                            .reversed())
                    .toList();
        }
    }

    /**
     * Overall equipment effectiveness of a line: good jobs over those that its stated rate would make in the same
     * staffed time.
     *
     * @param stated what stands in the scenario
     * @param simulated what its stations give, above 1 when the stated rate is too low
     */
    public record Oee(ShiftModel stated, Mean simulated) {
        /** As a scenario may state it. */
        public double toState() {
            return Math.min(1, simulated.value());
        }

        /** Units of a full week without ramp. */
        public double weekStated() {
            return stated.unitsPerWeek(stated.daysPerWeek());
        }

        public Mean weekSimulated() {
            double full = stated.jobsPerHour() * OfLine.weekHours(stated);
            return new Mean(simulated.value() * full, simulated.halfWidth() * full);
        }
    }
}
