package io.rampline.sequence.form;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of fields, between semicolons where nothing else is said. Lines end in LF or CR LF, a last semicolon and empty
 * lines say nothing, blanks around fields do not count.
 */
final class Sheet {
    private final String file;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    Sheet(String file, String text) {
        this(file, text, ";");
        dropLastEmpty();
    }

    /** Rows of fields between separators; each row is taken as it is. */
    Sheet(String file, String text, String separator) {
        this.file = file;
        String[] all = text.split("\n", -1);
        for (int i = 0; i < all.length; i++) {
            String line = all[i].strip();
            if (line.isEmpty()) {
                continue;
            }
            List<String> fields = new ArrayList<>();
            for (String field : line.split(separator, -1)) {
                fields.add(field.strip());
            }
            rows.add(fields);
            lines.add(i + 1);
        }
    }

    private void dropLastEmpty() {
        for (List<String> fields : rows) {
            if (fields.getLast().isEmpty()) {
                fields.removeLast();
            }
        }
    }

    /** The columns of these names, -1 for one that is not there. A column of another name, or one twice, is a flaw. */
    int[] columns(List<String> required, List<String> optional) throws MisreadForm {
        List<String> header = row(0);
        for (int field = 0; field < header.size(); field++) {
            if (!required.contains(header.get(field)) && !optional.contains(header.get(field))) {
                throw flaw(0, field, "a column \"" + header.get(field) + "\"", "one of " + required + optional);
            }
            expectOnce(field);
        }
        int[] columns = new int[required.size() + optional.size()];
        for (int c = 0; c < columns.length; c++) {
            boolean must = c < required.size();
            String name = must ? required.get(c) : optional.get(c - required.size());
            columns[c] = header.indexOf(name);
            if (must && columns[c] < 0) {
                throw flaw(0, 0, String.join(",", header), "a column " + name);
            }
        }
        return columns;
    }

    /** A column that is read must be the only one of its name. */
    void expectOnce(int field) throws MisreadForm {
        String name = row(0).get(field);
        if (row(0).lastIndexOf(name) != row(0).indexOf(name)) {
            throw flaw(0, row(0).lastIndexOf(name), "a second column \"" + name + "\"", "one of that name");
        }
    }

    /** The text of a column that need not be there, empty then. */
    String textOrEmpty(int row, int column) throws MisreadForm {
        return column < 0 || column >= row(row).size() ? "" : text(row, column);
    }

    /** Number of rows, the header included. */
    int rows() {
        return rows.size();
    }

    /** The line of the text in which a row stands, from 1. */
    int line(int row) {
        return lines.get(row);
    }

    List<String> row(int row) throws MisreadForm {
        if (row >= rows.size()) {
            throw new MisreadForm(file, lines.isEmpty() ? 1 : lines.getLast() + 1, 1, "the end", "one more row");
        }
        return rows.get(row);
    }

    String text(int row, int field) throws MisreadForm {
        List<String> fields = row(row);
        if (field >= fields.size()) {
            throw flaw(row, field, fields.size() + " fields", "at least " + (field + 1));
        }
        return fields.get(field);
    }

    int number(int row, int field, int least) throws MisreadForm {
        String text = text(row, field);
        try {
            int number = Integer.parseInt(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw flaw(row, field, "\"" + text + "\"", "a whole number from " + least);
        }
        throw flaw(row, field, "\"" + text + "\"", "a whole number from " + least);
    }

    /** @param field counted from 0; told to people from 1 */
    MisreadForm flaw(int row, int field, String found, String expected) {
        return new MisreadForm(file, lines.get(row), field + 1, found, expected);
    }
}
