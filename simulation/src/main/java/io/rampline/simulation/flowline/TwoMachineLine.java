package io.rampline.simulation.flowline;

/**
 * Two machines and a buffer, exactly. In every cycle each machine that is up and neither starved nor blocked does one
 * job; it breaks down with a probability before a job, and a machine that is down comes up with a probability in every
 * cycle. Source of the product form: Gershwin, Manufacturing Systems Engineering (1994), chapter 3; the boundary of the
 * smallest buffer by balance. O(1) in the size of the buffer.
 *
 * @param rate jobs a cycle
 * @param starved probability that the second machine is up and finds nothing
 * @param blocked probability that the first machine is up and finds no room
 */
record TwoMachineLine(double rate, double starved, double blocked) {

    /** What a machine does in a cycle: it comes up with probability {@code up}, goes down with {@code down}. */
    record Machine(double up, double down) {}

    /**
     * Solves the line.
     *
     * @param room jobs that the first may have done and the second not, 2 or more: the places of the buffer and two
     */
    static TwoMachineLine of(Machine first, Machine second, int room) {
        double upUp = first.up() + second.up() - first.up() * second.up();
        double downDown = first.down() + second.down() - first.down() * second.down();
        double onFirst = (upUp - first.up() * second.down()) / (downDown - first.down() * second.up());
        double onSecond = (upUp - first.down() * second.up()) / (downDown - first.up() * second.down());
        double step = onSecond / onFirst;
        if (step > 1) {
            // Seen from the other end, where powers of the step do not grow without bound.
            TwoMachineLine turned = of(second, first, room);
            return new TwoMachineLine(turned.rate(), /* starved= */ turned.blocked(), /* blocked= */ turned.starved());
        }
        double empty = step * (upUp - first.up() * second.down()) / (first.up() * second.down());
        double top = power(step, room - 1);
        double full = top * (upUp - first.down() * second.up()) / (first.down() * second.up());
        if (room == 2) {
            double both =
                    (empty * first.up() - step * (1 - first.up()) * second.up()) / (first.down() * (1 - second.down()));
            double all = empty + full + step + both;
            return new TwoMachineLine(both / all, empty / all, full / all);
        }
        double atOne = step * onSecond
                + step / second.down() * (upUp - first.up() * second.down()) / (downDown - first.up() * second.down());
        double atTop =
                top / first.down() * (upUp - first.down() * second.up()) / (downDown - first.down() * second.up());
        double inner = between(step, room);
        double working = atOne + atTop + inner * (1 + onFirst) * onSecond;
        double all = empty + full + atOne + step + atTop + top + top * onFirst + inner * (1 + onFirst) * (1 + onSecond);
        return new TwoMachineLine(working / all, empty / all, full / all);
    }

    /** Sum of the powers of the step from 2 to {@code room - 2}. */
    private static double between(double step, int room) {
        int terms = room - 3;
        if (terms <= 0) {
            return 0;
        }
        if (StrictMath.abs(step - 1) < 1e-9) {
            return terms;
        }
        return step * step * (1 - power(step, terms)) / (1 - step);
    }

    private static double power(double step, int exponent) {
        return StrictMath.pow(step, exponent);
    }
}
