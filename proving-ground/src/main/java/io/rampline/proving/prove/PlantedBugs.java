package io.rampline.proving.prove;

import io.rampline.proving.world.Violation;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Do the proofs bite? Each bug is planted into a copy of one file, compiled beside the product, and a process of its
 * own runs the proof that must catch it over the bugged classes. The product itself knows nothing of this.
 */
final class PlantedBugs {
    private static final String BOOK = "orderbook/src/main/java/io/rampline/orderbook/";
    private static final String ENGINE = "promise/src/main/java/io/rampline/promise/";
    private static final String SCHEMA =
            "orderbook/src/main/resources/io/rampline/orderbook/record/migration/V1__the_book.sql";
    private static final int WORLDS = 4_000;
    private static final int TWINS = 300;
    private static final int CAUGHT = 1;

    /** Every bug, in the order in which they are planted. */
    static final List<PlantedBug> ALL = bugs();

    private PlantedBugs() {}

    private static List<PlantedBug> bugs() {
        List<PlantedBug> bugs = new ArrayList<>();
        bugs.addAll(inTheEngineRoom());
        bugs.addAll(inTheRecordsCode());
        bugs.addAll(inThePromises());
        bugs.addAll(inTheSchema());
        return List.copyOf(bugs);
    }

    private static PlantedBug inWorlds(String name, String file, String find, String replace) {
        return new PlantedBug(name, file, find, replace, Proof.WORLDS, WORLDS);
    }

    private static List<PlantedBug> inTheEngineRoom() {
        String room = BOOK + "EngineRoom.java";
        String commits = "            if (commit(batch, asked)) {";
        return List.of(
                inWorlds(
                        "the answer leaves before the commit", room, commits, "            tell(decided);\n" + commits),
                inWorlds(
                        "a commit that fails twice is taken for done",
                        room,
                        "                        mayBeThere = true;\n",
                        "                        if (mayBeThere) { return true; } mayBeThere = true;\n"),
                inWorlds(
                        "an unknown outcome is taken for a failed one",
                        room,
                        "mayBeThere ? pen.trace(batch) : Pen.Trace.NOT_YET",
                        "Pen.Trace.NOT_YET"),
                inWorlds(
                        "a server that does not start yet ends the book",
                        room,
                        "} catch (RuntimeException notYet) {",
                        "} catch (IllegalArgumentException notYet) {"),
                inWorlds(
                        "a replaced engine answers from memory",
                        room,
                        "            if (pen.mayWrite()) {",
                        "            if (pen.mayWrite() || !asked.isEmpty()) {"),
                inWorlds(
                        "a repetition is told before the first is written",
                        BOOK + "Decisions.java",
                        "request.requestId().filter(unwritten::contains).isPresent()",
                        "false"),
                inWorlds(
                        "a clock set back turns the times of the record back",
                        BOOK + "Decisions.java",
                        "writer.begin(wallMicros);",
                        "writer.begin(surroundings.nowMicros());"),
                new PlantedBug(
                        "the engine keeps what the record refused",
                        room,
                        "                recovery = recover(head);\n",
                        "                recovery.writer().take();\n",
                        Proof.TWIN,
                        TWINS),
                inWorlds(
                        "any entry at the position is taken for one's own",
                        BOOK + "Pen.java",
                        "!last.isEmpty() && last.getFirst().hash().equals(batch.hash())",
                        "!last.isEmpty()"));
    }

    private static List<PlantedBug> inTheRecordsCode() {
        return List.of(
                inWorlds(
                        "request ids are forgotten at a restart",
                        BOOK + "Recovery.java",
                        ".forEach(row -> requests.put(row.id(), row));",
                        ".size();"),
                inWorlds(
                        "the first order's slot is forgotten at a restart",
                        BOOK + "Recovery.java",
                        "            if (repeating.isOpen(row)) {",
                        "            if (row > 0 && repeating.isOpen(row)) {"),
                inWorlds(
                        "the last entry is dropped from a recovery",
                        BOOK + "Recovery.java",
                        "            if (row.position() > from) {",
                        "            if (row.position() > from && row.position() < head.position()) {"),
                inWorlds(
                        "the head gets the hash of a batch's first entry",
                        BOOK + "record/Batch.java",
                        "        return rows.getLast().hash();",
                        "        return rows.getFirst().hash();"),
                inWorlds(
                        "a cancelled slot is given back twice",
                        BOOK + "record/BucketChanges.java",
                        "        use(slot(orderId), -1);\n",
                        "        use(slot(orderId), -1);\n        use(slot(orderId), -1);\n"),
                inWorlds(
                        "a moved order keeps its old slot in the counters",
                        BOOK + "record/BucketChanges.java",
                        "                use(before, -1);\n                Slot after",
                        "                Slot after"),
                inWorlds(
                        "a wish for the first week is not written down",
                        BOOK + "record/EntryText.java",
                        "        if (order.earliestBucket() != Order.AS_SOON_AS_POSSIBLE) {",
                        "        if (order.earliestBucket() > 0) {"),
                inWorlds(
                        "a broken connection is taken for a refusal",
                        BOOK + "record/Appender.java",
                        "case \"22\", \"23\",",
                        "case \"08\", \"22\", \"23\","),
                new PlantedBug(
                        "the first orders are not counted",
                        BOOK + "record/FirstEntries.java",
                        "columns[4][i] = promised[number * span + BucketChanges.MARGIN + week];",
                        "columns[4][i] = 0;",
                        Proof.TWIN,
                        TWINS));
    }

    private static List<PlantedBug> inThePromises() {
        return List.of(
                inWorlds(
                        "one unit more than there is may be promised",
                        ENGINE + "Buckets.java",
                        "            boolean has = left >= levelQuantity[level];",
                        "            boolean has = left >= levelQuantity[level] - 1;"),
                inWorlds(
                        "a replay passes over cancellations",
                        ENGINE + "Replay.java",
                        "case Entry.Cancelled cancelled -> close(row(cancelled.orderId()), OrderColumns.CANCELLED);",
                        "case Entry.Cancelled _ -> {}"),
                inWorlds(
                        "holds are not in the image",
                        ENGINE + "BookImage.java",
                        "        holds.forEach(hold -> engine.desk.rememberHold(hold.row(), hold.expiresAtMicros()));\n",
                        ""),
                new PlantedBug(
                        "booking the same order again books it again",
                        ENGINE + "CommandDesk.java",
                        "        if (known >= 0 && (orders.state[known] == OrderColumns.OPEN || delivered(known))) {",
                        "        if (known >= 0 && delivered(known)) {",
                        Proof.CUTS,
                        40));
    }

    private static List<PlantedBug> inTheSchema() {
        return List.of(
                new PlantedBug(
                        "one more than the capacity fits into a bucket",
                        SCHEMA,
                        "promised <= capacity + shortage)",
                        "promised <= capacity + shortage + 1)",
                        Proof.STORMS,
                        100),
                new PlantedBug(
                        "one part more than arrives may be needed",
                        SCHEMA,
                        "if least + part.shortage < 0 then",
                        "if least + part.shortage < -1 then",
                        Proof.STORMS,
                        100),
                new PlantedBug(
                        "the fence is not looked at",
                        SCHEMA,
                        "where epoch = p_epoch and position = p_from",
                        "where position = p_from",
                        Proof.STORMS,
                        100),
                new PlantedBug(
                        "there is a gap in the positions",
                        SCHEMA,
                        "select p_from + e.n, e.kind",
                        "select p_from + e.n + 1, e.kind",
                        Proof.DATABASE_CUTS,
                        10),
                new PlantedBug(
                        "request ids are not written down",
                        SCHEMA,
                        "as q (id, digest, first_position, last_position, remainder);",
                        "as q (id, digest, first_position, last_position, remainder) where false;",
                        Proof.HISTORY,
                        10_000));
    }

    /** What came of it. */
    record Count(int planted, int caught) {}

    /**
     * Plants the first so many and runs their proofs.
     *
     * @throws Violation when a proof let one pass
     */
    static Count run(Path folder, int most, Consumer<String> news) throws IOException {
        List<String> missed = new ArrayList<>();
        List<PlantedBug> planted = ALL.subList(0, Math.min(most, ALL.size()));
        for (PlantedBug bug : planted) {
            boolean caught = isCaught(bug, Files.createTempDirectory(folder, "bug-"));
            news.accept((caught ? "caught by " : "MISSED by ") + bug.proof().label + ": " + bug.name());
            if (!caught) {
                missed.add(bug.name());
            }
        }
        if (!missed.isEmpty()) {
            throw new Violation("missed: " + missed);
        }
        return new Count(planted.size(), planted.size());
    }

    private static boolean isCaught(PlantedBug bug, Path folder) throws IOException {
        String classPath = classPath(bug, folder);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        "io.rampline.proving.ProvingGround",
                        "prove",
                        "--only",
                        bug.proof().label,
                        "--trials",
                        Integer.toString(bug.trials()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.onExit().join().exitValue();
        Files.writeString(folder.resolve("said"), said);
        return code == CAUGHT && said.contains("BROKEN");
    }

    /** The product's class path, with the bug on it. */
    private static String classPath(PlantedBug bug, Path folder) throws IOException {
        String planted = bug.planted(root());
        String classPath = System.getProperty("java.class.path");
        if (!bug.isSource()) {
            return PlantedResource.classPath(classPath, bug.onClassPath(), planted, folder);
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path source = folder.resolve(Path.of(bug.file()).getFileName());
        Files.writeString(source, planted);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int code = compiler.run(
                null,
                null,
                System.err,
                "-nowarn",
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                classPath,
                source.toString());
        if (code != 0) {
            throw new IOException("the planted bug does not compile: " + bug.name());
        }
        return classes + File.pathSeparator + classPath;
    }

    /** The root of the source tree: what the launcher says, or what this process works in. */
    static Path root() {
        Path home = Path.of(System.getProperty("rampline.home", "")).toAbsolutePath();
        return Files.isDirectory(home.resolve("orderbook")) ? home : home.resolveSibling("");
    }
}
