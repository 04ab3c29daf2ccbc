package io.rampline.intake;

import io.rampline.intake.csv.CellText;
import io.rampline.intake.csv.CsvLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells what a file is that is no comma-separated UTF-8 text. */
final class ForeignFile {
    /** A stray zero is a flaw of its cell; a file with more of them than this is no text. */
    private static final int ZEROS_ONE_IN = 64;

    /** So many names that nobody knows are a header all the same. */
    private static final int FOREIGN_COLUMNS_MIN = 3;

    private ForeignFile() {}

    /** @param front the first bytes of the file */
    static Optional<Flaw> recognise(String file, byte[] front) {
        if (begins(front, 0xFF, 0xFE) || begins(front, 0xFE, 0xFF) || looksLikeUtf16(front)) {
            return Optional.of(flaw(file, "UTF-16 text", "save it as CSV UTF-8"));
        }
        if (begins(front, 'P', 'K', 3, 4)) {
            return Optional.of(flaw(file, "a workbook or another zip file", "save the sheet as CSV UTF-8"));
        }
        if (begins(front, 0xD0, 0xCF, 0x11, 0xE0)) {
            return Optional.of(flaw(file, "an old spreadsheet file", "save the sheet as CSV UTF-8"));
        }
        if (begins(front, 0x1F, 0x8B)) {
            return Optional.of(flaw(file, "a gzip file", "unpack it"));
        }
        if (begins(front, 'P', 'A', 'R', '1')) {
            return Optional.of(flaw(file, "a Parquet file", "name it orders.parquet"));
        }
        int zeros = 0;
        for (byte b : front) {
            zeros += b == 0 ? 1 : 0;
        }
        return zeros * ZEROS_ONE_IN > front.length
                ? Optional.of(flaw(file, "bytes that are no text", "another file got this name"))
                : Optional.empty();
    }

    /** What keeps a first record from being a header of ours. */
    static List<Flaw> header(Shape shape, CsvLines lines, List<String> names) {
        List<Flaw> flaws = new ArrayList<>();
        if (names.getFirst().toLowerCase(Locale.ROOT).startsWith("sep=")) {
            return List.of(new Flaw(
                    shape.file(),
                    lines.line(),
                    1,
                    Wording.quoted(names.getFirst()),
                    "a header with " + shape.requiredNames(),
                    "delete that line, which only spreadsheets read, and save with commas between the cells"));
        }
        for (int cell = 0; cell < lines.cells(); cell++) {
            if (CellText.decode(lines.bytes(cell), lines.from(cell), lines.to(cell))
                    .isEmpty()) {
                flaws.add(new Flaw(
                        shape.file(),
                        lines.line(),
                        cell + 1,
                        "bytes that are not UTF-8",
                        "UTF-8 text",
                        "save the file as CSV UTF-8"));
                break;
            }
        }
        wrongSeparator(shape, lines.line(), names).ifPresent(flaws::add);
        return flaws;
    }

    /** A header in one cell that holds known names, or several of any kind, between other signs. */
    private static Optional<Flaw> wrongSeparator(Shape shape, int line, List<String> names) {
        if (names.size() != 1 || shape.find(names.getFirst()).isPresent()) {
            return Optional.empty();
        }
        for (String separator : new String[] {";", "\t", "|"}) {
            String[] parts = names.getFirst().split(Pattern.quote(separator), -1);
            boolean isKnown = shape.find(parts[0].strip()).isPresent();
            if (parts.length >= (isKnown ? 2 : FOREIGN_COLUMNS_MIN)) {
                return Optional.of(new Flaw(
                        shape.file(),
                        line,
                        1,
                        (separator.equals("\t") ? "tabs" : "\"" + separator + "\"") + " between the cells",
                        "commas",
                        "a spreadsheet with other regional settings: save it as CSV UTF-8 with commas"));
            }
        }
        return names.getFirst().contains("\r")
                ? Optional.of(new Flaw(
                        shape.file(), line, 1, "lines that end in CR alone", "LF or CR LF", "save it as CSV UTF-8"))
                : Optional.empty();
    }

    private static Flaw flaw(String file, String found, String maybe) {
        return Folder.wholeFile(file, found, "comma-separated UTF-8 text", maybe);
    }

    private static boolean begins(byte[] front, int... signature) {
        if (front.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((front[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    /** Western text in UTF-16 has a zero in every second byte. */
    private static boolean looksLikeUtf16(byte[] front) {
        int pairs = Math.min(front.length / 2, 64);
        int even = 0;
        int odd = 0;
        for (int i = 0; i < pairs; i++) {
            even += front[2 * i] == 0 ? 1 : 0;
            odd += front[2 * i + 1] == 0 ? 1 : 0;
        }
        return pairs >= 4 && (even > pairs * 3 / 4 || odd > pairs * 3 / 4) && even != odd;
    }
}
