package io.rampline.ramp.highs;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/** The functions of the C interface that we call, by their own names; parameters as in its header. */
@SuppressWarnings("restricted")
final class HighsCalls {
    /** Status that every function gives when all is well; 1 is a warning, -1 an error. */
    static final int ERROR = -1;

    private final SymbolLookup symbols;
    final MethodHandle create = call("Highs_create", FunctionDescriptor.of(ADDRESS));
    final MethodHandle destroy = call("Highs_destroy", FunctionDescriptor.ofVoid(ADDRESS));
    final MethodHandle version = call("Highs_version", FunctionDescriptor.of(ADDRESS));
    final MethodHandle sizeOfInt = status("Highs_getSizeofHighsInt", ADDRESS);
    final MethodHandle setBool = status("Highs_setBoolOptionValue", ADDRESS, ADDRESS, JAVA_INT);
    final MethodHandle setInt = status("Highs_setIntOptionValue", ADDRESS, ADDRESS, JAVA_INT);
    final MethodHandle setDouble = status("Highs_setDoubleOptionValue", ADDRESS, ADDRESS, JAVA_DOUBLE);
    final MethodHandle setString = status("Highs_setStringOptionValue", ADDRESS, ADDRESS, ADDRESS);
    final MethodHandle passMip = status(
            "Highs_passMip",
            ADDRESS,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_DOUBLE,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS);
    final MethodHandle clearIntegrality = status("Highs_clearIntegrality", ADDRESS);
    final MethodHandle setSolution = status("Highs_setSolution", ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    final MethodHandle run = status("Highs_run", ADDRESS);
    final MethodHandle clearSolver = status("Highs_clearSolver", ADDRESS);
    final MethodHandle modelStatus = status("Highs_getModelStatus", ADDRESS);
    final MethodHandle getSolution = status("Highs_getSolution", ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    final MethodHandle getInt = status("Highs_getIntInfoValue", ADDRESS, ADDRESS, ADDRESS);
    final MethodHandle getLong = status("Highs_getInt64InfoValue", ADDRESS, ADDRESS, ADDRESS);
    final MethodHandle getDouble = status("Highs_getDoubleInfoValue", ADDRESS, ADDRESS, ADDRESS);
    final MethodHandle changeColumn = status("Highs_changeColBounds", ADDRESS, JAVA_INT, JAVA_DOUBLE, JAVA_DOUBLE);
    final MethodHandle changeRow = status("Highs_changeRowBounds", ADDRESS, JAVA_INT, JAVA_DOUBLE, JAVA_DOUBLE);
    final MethodHandle addRow = status("Highs_addRow", ADDRESS, JAVA_DOUBLE, JAVA_DOUBLE, JAVA_INT, ADDRESS, ADDRESS);
    final MethodHandle setCallback = status("Highs_setCallback", ADDRESS, ADDRESS, ADDRESS);
    final MethodHandle startCallback = status("Highs_startCallback", ADDRESS, JAVA_INT);
    final MethodHandle callbackItem =
            call("Highs_getCallbackDataOutItem", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));

    /** Loads the library for as long as the process lives. */
    HighsCalls(Path library) {
        this.symbols = load(library);
        super();
    }

    private static SymbolLookup load(Path library) {
        try {
            return SymbolLookup.libraryLookup(library, Arena.global());
        } catch (IllegalArgumentException refused) {
            throw new SolverUnavailable(
                    "the solver library " + library
                            + " cannot be loaded. Maybe its C++ runtime is missing: install libstdc++6 (Debian, Ubuntu)"
                            + " or libstdc++ (Fedora). If the file is broken, delete it; it is unpacked again.",
                    refused);
        }
    }

    private MethodHandle status(String name, MemoryLayout... parameters) {
        return call(name, FunctionDescriptor.of(JAVA_INT, parameters));
    }

    private MethodHandle call(String name, FunctionDescriptor form) {
        MemorySegment function = symbols.find(name)
                .orElseThrow(() -> new SolverUnavailable("the solver library has no function " + name
                        + ", expected HiGHS of version " + HighsLibrary.VERSION
                        + " of its jar. Maybe delete its folder in the cache; it is unpacked again."));
        return Linker.nativeLinker().downcallHandle(function, form);
    }
}
