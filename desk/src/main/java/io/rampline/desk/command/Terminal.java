package io.rampline.desk.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * Where a command writes: results to one stream, everything else to the other. Colours and moving lines appear only
 * where a person is looking.
 *
 * @param out results
 * @param err progress and faults
 * @param outColours whether results may be coloured
 * @param errColours whether the other stream may be coloured
 * @param errMoves whether a line on the other stream may be overwritten
 * @param debug whether a fault shows where it arose
 */
public record Terminal(
        PrintStream out, PrintStream err, boolean outColours, boolean errColours, boolean errMoves, boolean debug) {
    private static final String STREAMS = "rampline.terminal";

    /**
     * The terminal that the program was started on. The launcher names the streams that are one in the property
     * {@code rampline.terminal}.
     */
    public static Terminal ofProcess(Map<String, String> environment) {
        Set<String> streams = Set.of(System.getProperty(STREAMS, "").trim().split(" +"));
        boolean plain = environment.getOrDefault("NO_COLOR", "").length() > 0
                || environment.getOrDefault("TERM", "").equals("dumb");
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                streams.contains("out") && !plain,
                streams.contains("err") && !plain,
                streams.contains("err") && !environment.getOrDefault("TERM", "").equals("dumb"),
                environment.getOrDefault("RAMPLINE_DEBUG", "").equals("1"));
    }

    /** A line for people who wait; not a result. */
    public void say(String line) {
        err.println("rampline: " + line);
    }

    public String outBold(String words) {
        return outColours ? "\u001b[1m" + words + "\u001b[0m" : words;
    }

    public String outQuiet(String words) {
        return outColours ? "\u001b[2m" + words + "\u001b[0m" : words;
    }

    public String outAlert(String words) {
        return outColours ? "\u001b[33m" + words + "\u001b[0m" : words;
    }

    public String errAlert(String words) {
        return errColours ? "\u001b[31m" + words + "\u001b[0m" : words;
    }
}
