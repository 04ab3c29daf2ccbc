package io.rampline.desk.scenario;

import io.rampline.intake.ScenarioFolder;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Scenario folders as zip files.
 *
 * <p>Of what comes in, only files of known names are written, and those by their known names: a name in a zip file is
 * never used as a path. The folder may be packed with or without its own name before each file. What a zip file says
 * about its sizes is not believed; bytes are counted as they come out.
 */
public final class ScenarioZip {
    /** Three times the files that a scenario can have. */
    static final int ENTRIES_MAX = 100;
    /** Two million orders, the most a scenario may have, and all other files several times over. */
    public static final long BYTES_MAX = 512L << 20;

    private static final int NAME_LENGTH_MAX = 200;
    private static final int PIECE = 1 << 16;

    private ScenarioZip() {}

    /** A zip file that is not taken, and why. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        private final boolean tooLarge;

        private Refused(String message, boolean tooLarge) {
            super(message);
            this.tooLarge = tooLarge;
        }

        /** Whether it is refused for its size alone. */
        public boolean isTooLarge() {
            return tooLarge;
        }
    }

    /** Packs files: content by path. The same files give the same bytes. */
    public static void pack(SortedMap<String, byte[]> files, OutputStream to) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(to);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            ZipEntry entry = new ZipEntry(file.getKey());
            entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
            zip.putNextEntry(entry);
            zip.write(file.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }

    /**
     * Unpacks a scenario into an empty folder.
     *
     * @return names of files in it that no scenario has, in their order
     * @throws Refused when it is no sound zip file, too large, or has names that lead elsewhere
     */
    public static List<String> unpack(InputStream from, Path folder) throws IOException {
        return unpack(from, folder, BYTES_MAX);
    }

    static List<String> unpack(InputStream from, Path folder, long bytesMax) throws IOException {
        List<String> ignored = new ArrayList<>();
        Set<String> written = new HashSet<>();
        Optional<String> prefix = Optional.empty();
        long bytes = 0;
        int entries = 0;
        WholeZip source = new WholeZip(from);
        try (ZipInputStream zip = new ZipInputStream(source)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > ENTRIES_MAX) {
                    throw new Refused(
                            "found more than " + ENTRIES_MAX + " files in the zip file, expected those of a scenario",
                            true);
                }
                String name = checked(entry.getName());
                Optional<String> file = known(name);
                if (file.isEmpty() || entry.isDirectory()) {
                    bytes += copy(zip, OutputStream.nullOutputStream(), bytesMax - bytes);
                    if (!entry.isDirectory()) {
                        ignored.add(name);
                    }
                    continue;
                }
                String before = name.substring(0, name.length() - file.get().length());
                if (prefix.isPresent() && !prefix.get().equals(before)) {
                    throw new Refused(
                            "found " + name + " beside files of " + folderName(prefix.get())
                                    + ", expected one scenario folder",
                            false);
                }
                prefix = Optional.of(before);
                if (!written.add(file.get())) {
                    throw new Refused("found " + name + " twice, expected each file once", false);
                }
                Path target = folder.resolve(file.get());
                Files.createDirectories(target.getParent());
                try (OutputStream to = Files.newOutputStream(target)) {
                    bytes += copy(zip, to, bytesMax - bytes);
                }
            }
            source.expectEnd();
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            throw new Refused("found no sound zip file: " + broken.getMessage(), false);
        }
        if (written.isEmpty()) {
            throw new Refused("found no file of a scenario in it, expected a zip file with scenario.toml", false);
        }
        return ignored;
    }

    private static String folderName(String prefix) {
        return prefix.isEmpty() ? "the top" : "\"" + prefix + "\"";
    }

    private static String checked(String name) throws Refused {
        boolean isSound = !name.isEmpty()
                && name.length() <= NAME_LENGTH_MAX
                && !name.startsWith("/")
                && name.indexOf('\\') < 0
                && name.indexOf(':') < 0
                && name.chars().noneMatch(Character::isISOControl)
                && !List.of(name.split("/", -1)).contains("..");
        if (!isSound) {
            String shown = name.substring(0, Math.min(60, name.length())).replaceAll("\\p{Cntrl}", "?");
            throw new Refused(
                    "found a file named \"" + shown + "\", expected a path inside the scenario, with / and without ..",
                    false);
        }
        return name;
    }

    /** The file of a scenario that a name ends in; whatever stands before it is a folder's name. */
    private static Optional<String> known(String name) {
        return ScenarioFolder.FILES.stream()
                .filter(file -> name.equals(file) || (name.endsWith("/" + file) && isOneFolder(name, file)))
                // outturn/deliveries.csv ends in deliveries.csv as well.
                .reduce((one, other) -> one.length() > other.length() ? one : other);
    }

    private static boolean isOneFolder(String name, String file) {
        String before = name.substring(0, name.length() - file.length() - 1);
        return before.indexOf('/') < 0 && !before.startsWith("__MACOSX") && !before.equals("outturn");
    }

    private static long copy(InputStream from, OutputStream to, long most) throws IOException {
        byte[] piece = new byte[PIECE];
        long bytes = 0;
        for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
            bytes += read;
            if (bytes > most) {
                throw new Refused("found more than the expected " + (BYTES_MAX >> 20) + " MB in the zip file", true);
            }
            to.write(piece, 0, read);
        }
        return bytes;
    }
}
