package io.rampline.ramp.highs;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.rampline.ramp.highs.Solution.Ending;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;

/**
 * One program in the solver. Bounds may be changed between solutions of a linear program; the next one then starts from
 * the last. Belongs to one thread.
 */
public final class Session implements AutoCloseable {
    private static final int ROW_WISE = 2;
    private static final int MINIMISE = 1;
    private static final int CALLBACK_IMPROVING = 4;
    private static final int CALLBACK_LOGGING = 5;
    private static final int CALLBACK_INTERRUPT = 6;
    private static final long TEXT_BYTES_MAX = 64;

    private final HighsCalls calls;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment highs;
    private final int columns;
    private int rows;
    private final boolean mixed;
    private Watch watch = Watch.NOBODY;
    private long iterationsMax = Long.MAX_VALUE;
    private boolean told;
    private long iterations;

    Session(HighsCalls calls, LinearProgram program) {
        this.calls = calls;
        this.columns = program.columns();
        this.rows = program.rows();
        boolean anyInteger = false;
        for (int c = 0; c < columns; c++) {
            anyInteger |= program.isInteger(c);
        }
        this.mixed = anyInteger;
        this.highs = result(() -> (MemorySegment) calls.create.invokeExact());
        option("output_flag", false);
        option("threads", 1);
        option("parallel", "off");
        pass(program);
        if (mixed) {
            listen();
        }
    }

    /** Starts from a point: every column's value. A point that breaks a row is completed or dropped by the solver. */
    public void start(double[] point) {
        MemorySegment values = arena.allocateFrom(JAVA_DOUBLE, Arrays.copyOf(point, columns));
        check("start from a point", () -> (int) calls.setSolution.invokeExact(
                highs, values, MemorySegment.NULL, MemorySegment.NULL, MemorySegment.NULL));
    }

    /** Sets an option of the solver by its own name. */
    public void option(String name, String value) {
        check("set " + name, () -> (int) calls.setString.invokeExact(highs, chars(name), chars(value)));
    }

    /** Sets an option of the solver by its own name. */
    public void option(String name, int value) {
        check("set " + name, () -> (int) calls.setInt.invokeExact(highs, chars(name), value));
    }

    /** Sets an option of the solver by its own name. */
    public void option(String name, boolean value) {
        check("set " + name, () -> (int) calls.setBool.invokeExact(highs, chars(name), value ? 1 : 0));
    }

    /** Sets an option of the solver by its own name. */
    public void option(String name, double value) {
        try (Arena call = Arena.ofConfined()) {
            check("set " + name, () -> (int) calls.setDouble.invokeExact(highs, call.allocateFrom(name), value));
        }
    }

    public void changeBounds(int column, double lower, double upper) {
        check("change a column", () -> (int) calls.changeColumn.invokeExact(highs, column, lower, upper));
    }

    public void changeRowBounds(int row, double lower, double upper) {
        check("change a row", () -> (int) calls.changeRow.invokeExact(highs, row, lower, upper));
    }

    /** Lets a linear program end as soon as it is known to cost more than this; it then ends without a point. */
    public void costMax(double most) {
        option("objective_bound", most);
    }

    /** Iterations of the simplex method so far, in all solutions of a linear program. */
    public long iterations() {
        return iterations;
    }

    /** Adds a row behind the last one; the next solution starts from the last all the same. */
    public void addRow(double lower, double upper, LinearProgram.Terms terms) {
        try (Arena call = Arena.ofConfined()) {
            LinearProgram.Terms each = terms.each();
            MemorySegment index = call.allocateFrom(JAVA_INT, each.columns());
            MemorySegment value = call.allocateFrom(JAVA_DOUBLE, each.coefficients());
            check("take a row", () -> (int) calls.addRow.invokeExact(highs, lower, upper, each.size(), index, value));
        }
        rows++;
    }

    /** Solves it as it stands. */
    public Solution solve(Effort effort, Watch aWatch) {
        watch = aWatch;
        iterationsMax = effort.iterationsMax();
        told = false;
        if (mixed) {
            option("mip_rel_gap", effort.relativeGap());
            option("mip_max_nodes", effort.nodesMax());
        }
        Solution solution = run();
        if (!mixed && solution.ending() == Ending.STOPPED) {
            // From where the last solution was it came to an end that is no good; from the start it mostly does.
            check("start anew", () -> (int) calls.clearSolver.invokeExact(highs));
            solution = run();
        }
        return solution;
    }

    private Solution run() {
        check("solve", () -> (int) calls.run.invokeExact(highs));
        if (!mixed) {
            iterations += Math.max(0, intInfo("simplex_iteration_count"));
        }
        return read();
    }

    private void pass(LinearProgram program) {
        int entries = program.entries();
        int[] kind = new int[columns];
        for (int c = 0; c < columns; c++) {
            kind[c] = program.isInteger(c) ? 1 : 0;
        }
        // The solver copies all of it, so it need not outlive the call.
        try (Arena call = Arena.ofConfined()) {
            MemorySegment cost = doubles(call, program.cost, columns);
            MemorySegment lower = doubles(call, program.lower, columns);
            MemorySegment upper = doubles(call, program.upper, columns);
            MemorySegment rowLower = doubles(call, program.rowLower, rows);
            MemorySegment rowUpper = doubles(call, program.rowUpper, rows);
            MemorySegment start = call.allocateFrom(JAVA_INT, Arrays.copyOf(program.rowStart, rows + 1));
            MemorySegment index = call.allocateFrom(JAVA_INT, Arrays.copyOf(program.entryColumn, entries));
            MemorySegment value = doubles(call, program.entryValue, entries);
            MemorySegment integrality = call.allocateFrom(JAVA_INT, kind);
            check("take the program", () -> (int) calls.passMip.invokeExact(
                    highs,
                    columns,
                    rows,
                    entries,
                    ROW_WISE,
                    MINIMISE,
                    program.offset,
                    cost,
                    lower,
                    upper,
                    rowLower,
                    rowUpper,
                    start,
                    index,
                    value,
                    integrality));
        }
        if (!mixed) {
            check("take a linear program", () -> (int) calls.clearIntegrality.invokeExact(highs));
        }
    }

    private Solution read() {
        int status = number(() -> (int) calls.modelStatus.invokeExact(highs));
        Ending ending = ending(status);
        boolean point = intInfo("primal_solution_status") == 2 && ending != Ending.IMPOSSIBLE;
        if (!point) {
            // Best in the solver's own measure, but not in that of the program: nothing that could be used.
            ending = ending == Ending.BEST ? Ending.STOPPED : ending;
            double bound = ending == Ending.IMPOSSIBLE ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            return new Solution(ending, Double.POSITIVE_INFINITY, bound, new double[0], new double[0], 0);
        }
        try (Arena call = Arena.ofConfined()) {
            MemorySegment x = call.allocate(JAVA_DOUBLE, Math.max(1, columns));
            MemorySegment reduced = call.allocate(JAVA_DOUBLE, Math.max(1, columns));
            MemorySegment activity = call.allocate(JAVA_DOUBLE, Math.max(1, rows));
            MemorySegment price = call.allocate(JAVA_DOUBLE, Math.max(1, rows));
            check("read the solution", () -> (int) calls.getSolution.invokeExact(highs, x, reduced, activity, price));
            double cost = doubleInfo("objective_function_value");
            double[] prices = mixed ? new double[0] : Arrays.copyOf(price.toArray(JAVA_DOUBLE), rows);
            return new Solution(
                    ending,
                    cost,
                    mixed ? doubleInfo("mip_dual_bound") : cost,
                    Arrays.copyOf(x.toArray(JAVA_DOUBLE), columns),
                    prices,
                    mixed ? longInfo("mip_node_count") : 0);
        }
    }

    private static Ending ending(int status) {
        return switch (status) {
            case 6, 7 -> Ending.BEST;
            case 8 -> Ending.IMPOSSIBLE;
            case 9, 10 -> Ending.UNBOUNDED;
            case 11 -> Ending.TOO_DEAR;
            case 12, 13, 14, 15, 16, 17 -> Ending.STOPPED;
            default ->
                throw new IllegalStateException("the solver ended with status " + status
                        + ", expected one of its endings 6 to 17; maybe a coefficient is not a number");
        };
    }

    private void listen() {
        try {
            MethodHandle called = MethodHandles.lookup()
                    .bind(
                            this,
                            "called",
                            MethodType.methodType(
                                    void.class,
                                    int.class,
                                    MemorySegment.class,
                                    MemorySegment.class,
                                    MemorySegment.class,
                                    MemorySegment.class));
            MemorySegment stub = stub(called);
            check("listen", () -> (int) calls.setCallback.invokeExact(highs, stub, MemorySegment.NULL));
            for (int kind : new int[] {CALLBACK_IMPROVING, CALLBACK_LOGGING, CALLBACK_INTERRUPT}) {
                check("listen", () -> (int) calls.startCallback.invokeExact(highs, kind));
            }
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a method of this class is missing", impossible);
        }
    }

    @SuppressWarnings("restricted")
    private MemorySegment stub(MethodHandle called) {
        return Linker.nativeLinker()
                .upcallStub(called, FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS), arena);
    }

    /** Called by the solver. An exception must not pass through its frames, so the watch's own ends the search. */
    @SuppressWarnings({"restricted", "unused"})
    private void called(int kind, MemorySegment message, MemorySegment out, MemorySegment in, MemorySegment nothing) {
        if (out.equals(MemorySegment.NULL)) {
            return;
        }
        boolean more =
                item(out, "mip_total_lp_iterations", JAVA_LONG.byteSize()).get(JAVA_LONG, 0) < iterationsMax;
        boolean news = kind == CALLBACK_IMPROVING || kind == CALLBACK_LOGGING;
        if (news || kind == CALLBACK_INTERRUPT) {
            double incumbent =
                    item(out, "mip_primal_bound", JAVA_DOUBLE.byteSize()).get(JAVA_DOUBLE, 0);
            double bound = item(out, "mip_dual_bound", JAVA_DOUBLE.byteSize()).get(JAVA_DOUBLE, 0);
            long nodes = item(out, "mip_node_count", JAVA_LONG.byteSize()).get(JAVA_LONG, 0);
            try {
                told |= !watch.goOn(incumbent, bound, nodes);
            } catch (RuntimeException broken) {
                told = true;
            }
        }
        if (kind == CALLBACK_INTERRUPT && (told || !more) && !in.equals(MemorySegment.NULL)) {
            in.reinterpret(JAVA_INT.byteSize()).set(JAVA_INT, 0, 1);
        }
    }

    @SuppressWarnings("restricted")
    private MemorySegment item(MemorySegment out, String name, long bytes) {
        return result(() -> ((MemorySegment) calls.callbackItem.invokeExact(out, chars(name))).reinterpret(bytes));
    }

    private int intInfo(String name) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment to = call.allocate(JAVA_INT);
            check("read " + name, () -> (int) calls.getInt.invokeExact(highs, call.allocateFrom(name), to));
            return to.get(JAVA_INT, 0);
        }
    }

    private long longInfo(String name) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment to = call.allocate(JAVA_LONG);
            check("read " + name, () -> (int) calls.getLong.invokeExact(highs, call.allocateFrom(name), to));
            return to.get(JAVA_LONG, 0);
        }
    }

    private double doubleInfo(String name) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment to = call.allocate(JAVA_DOUBLE);
            check("read " + name, () -> (int) calls.getDouble.invokeExact(highs, call.allocateFrom(name), to));
            return to.get(JAVA_DOUBLE, 0);
        }
    }

    private MemorySegment chars(String text) {
        return arena.allocateFrom(text);
    }

    private static MemorySegment doubles(Arena call, double[] values, int count) {
        return call.allocateFrom(JAVA_DOUBLE, Arrays.copyOf(values, count));
    }

    /** A call into the library. */
    interface Call<T> {
        @SuppressWarnings("checkstyle:IllegalThrows")
        T make() throws Throwable;
    }

    static <T> T result(Call<T> call) {
        try {
            return call.make();
        } catch (RuntimeException | Error passed) {
            throw passed;
        } catch (Throwable impossible) {
            throw new IllegalStateException("the solver's library threw", impossible);
        }
    }

    static int number(Call<Integer> call) {
        return result(call);
    }

    @SuppressWarnings("restricted")
    static String text(MemorySegment chars) {
        return chars.reinterpret(TEXT_BYTES_MAX).getString(0);
    }

    private static void check(String what, Call<Integer> call) {
        int status = number(call);
        if (status == HighsCalls.ERROR) {
            throw new IllegalStateException("the solver refused to " + what
                    + ", expected it to take it; maybe a number is not finite or a bound is crossed");
        }
    }

    @Override
    public void close() {
        result(() -> {
            calls.destroy.invokeExact(highs);
            return 0;
        });
        arena.close();
    }
}
