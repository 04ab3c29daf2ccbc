package io.rampline.intake.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * The records of a comma-separated file, one line each, as cells in a byte buffer.
 *
 * <p>A quoted cell may not hold a line break. So every line feed ends a record: a quote that is never closed costs one
 * record and not the rest of the file, and a file may be cut at any line feed and read by two threads. Blank lines,
 * lines of empty cells only and lines that begin with {@code #} are skipped.
 *
 * <p>Reading is O(bytes), holds one buffer of at most {@value #BUFFER_BYTES} bytes and allocates nothing per record.
 * What it does not do: decode characters; a cell is bytes until somebody asks what they say.
 */
public final class CsvLines implements Cells, Closeable {
    /** Longest record in bytes: a row of names and numbers is far shorter, so a longer one is another kind of file. */
    public static final int RECORD_BYTES_MAX = 64 * 1024;

    /** Most cells in a record; the widest file has 13 columns. */
    public static final int CELLS_MAX = 256;

    private static final int BUFFER_BYTES = 1 << 20;

    /** Most files are smaller than this; for the others the buffer grows. */
    private static final int FIRST_BUFFER_BYTES = 1 << 14;

    /** So that a cell at the buffer's end can be loaded in words of eight bytes. */
    private static final int SLACK_BYTES = 8;

    /** What is wrong with a record as such. */
    public enum Damage {
        NONE,
        /** A cell begins with a quote that its line does not close. */
        OPEN_QUOTE,
        /** Something stands between a closing quote and the next comma. */
        TEXT_AFTER_QUOTE,
        /** More than {@link #RECORD_BYTES_MAX} bytes. */
        TOO_LONG,
        /** More than {@link #CELLS_MAX} cells. */
        TOO_MANY_CELLS
    }

    private final InputStream in;
    /** Longer than it is filled: the byte at {@code limit} is always a line feed. */
    private byte[] buffer = new byte[FIRST_BUFFER_BYTES + SLACK_BYTES];

    private int position;
    private int limit;
    private boolean ended;
    private long consumed;
    private int line;
    private int cells;
    private final int[] from = new int[CELLS_MAX];
    private final int[] to = new int[CELLS_MAX];
    private final boolean[] doubled = new boolean[CELLS_MAX];
    private boolean anyDoubled;
    private Damage damage = Damage.NONE;
    private int damagedCell;

    /**
     * Reads from where {@code in} stands; a byte order mark there is skipped.
     *
     * @throws UncheckedIOException when {@code in} fails, here and from {@link #next()}
     */
    public CsvLines(InputStream in) {
        this(in, true);
    }

    private CsvLines(InputStream in, boolean isFileStart) {
        this.in = in;
        fill();
        if (isFileStart
                && limit >= 3
                && buffer[0] == (byte) 0xEF
                && buffer[1] == (byte) 0xBB
                && buffer[2] == (byte) 0xBF) {
            position = 3;
        }
    }

    /** Reads a part from inside a file, whose lines are counted from 1 again. */
    public static CsvLines within(InputStream in) {
        return new CsvLines(in, false);
    }

    /** Up to {@code length} bytes at the front, unread; to be asked before the first record. */
    public byte[] front(int length) {
        return Arrays.copyOf(buffer, Math.min(length, limit));
    }

    /** Bytes of a line on average, from what is in the buffer; to guess how many are to come. */
    public double meanLineBytes() {
        int ends = 1;
        for (int at = 0; at < limit; at++) {
            ends += buffer[at] == '\n' ? 1 : 0;
        }
        return Math.max(1.0, (double) limit / ends);
    }

    /** Goes to the next record that is neither blank nor a comment; false at the end. */
    public boolean next() {
        while (position < limit || fill()) {
            line++;
            damage = Damage.NONE;
            if (buffer[position] == '#') {
                skipLine();
                continue;
            }
            while (!scan()) {
                if (limit - position > RECORD_BYTES_MAX) {
                    damage(Damage.TOO_LONG, 0);
                    skipLine();
                    break;
                }
                fill();
            }
            if (damage != Damage.NONE || !isBlank()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int line() {
        return line;
    }

    /** How many cells the current record has. */
    public int cells() {
        return cells;
    }

    public Damage damage() {
        return damage;
    }

    /** The cell, counted from 0, at which {@link #damage()} shows. */
    public int damagedCell() {
        return damagedCell;
    }

    @Override
    public byte[] bytes(int cell) {
        return buffer;
    }

    @Override
    public int from(int cell) {
        return from[cell];
    }

    @Override
    public int to(int cell) {
        return to[cell];
    }

    /** Bytes read and done with: where the next line begins. */
    public long consumed() {
        return consumed + position;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Cuts the line at {@code position} into cells; false when its end is not in the buffer yet. */
    private boolean scan() {
        byte[] bytes = buffer;
        int at = position;
        cells = 0;
        anyDoubled = false;
        while (true) {
            if (bytes[at] == '"') {
                at = quotedCell(at);
                if (damage != Damage.NONE) {
                    skipDamaged();
                    return true;
                }
            } else {
                int begin = at;
                while (bytes[at] != ',' && bytes[at] != '\n') {
                    at++;
                }
                addCell(begin, at, false);
            }
            if (bytes[at] == '\n') {
                break;
            }
            at++;
        }
        if (at == limit && !ended) {
            return false;
        }
        finishRecord(at);
        return true;
    }

    private void finishRecord(int end) {
        int last = Math.min(cells, CELLS_MAX) - 1;
        if (to[last] == end && end > from[last] && buffer[end - 1] == '\r') {
            to[last]--;
        }
        if (cells > CELLS_MAX) {
            damage(Damage.TOO_MANY_CELLS, CELLS_MAX);
            cells = CELLS_MAX;
        } else if (end - position > RECORD_BYTES_MAX) {
            damage(Damage.TOO_LONG, 0);
        } else if (anyDoubled) {
            for (int cell = 0; cell < cells; cell++) {
                if (doubled[cell]) {
                    undouble(cell);
                }
            }
        }
        position = Math.min(limit, end + 1);
    }

    /**
     * The index behind the quoted cell that begins at {@code open}, where a comma or a line feed stands. Notes damage,
     * unless the buffer ends before it is sure.
     */
    private int quotedCell(int open) {
        byte[] bytes = buffer;
        int at = open + 1;
        boolean isDoubled = false;
        while (true) {
            byte c = bytes[at];
            if (c == '"') {
                if (bytes[at + 1] != '"') {
                    break;
                }
                isDoubled = true;
                at += 2;
            } else if (c == '\n') {
                if (at == limit && !ended) {
                    return at;
                }
                damage(Damage.OPEN_QUOTE, cells);
                return at;
            } else {
                at++;
            }
        }
        int behind = at + 1;
        if (bytes[behind] == '\r' && bytes[behind + 1] == '\n') {
            behind++;
        }
        if (bytes[behind] != ',' && bytes[behind] != '\n') {
            damage(Damage.TEXT_AFTER_QUOTE, cells);
        } else {
            addCell(open + 1, at, isDoubled);
        }
        return behind;
    }

    private void addCell(int begin, int end, boolean isDoubled) {
        if (cells < CELLS_MAX) {
            from[cells] = begin;
            to[cells] = end;
            doubled[cells] = isDoubled;
            anyDoubled |= isDoubled;
        }
        cells++;
    }

    /** Only once the whole record is there: a record cut by the buffer's end is scanned anew. */
    private void undouble(int cell) {
        int write = from[cell];
        for (int read = from[cell]; read < to[cell]; read++) {
            buffer[write++] = buffer[read];
            if (buffer[read] == '"') {
                read++;
            }
        }
        to[cell] = write;
    }

    private boolean isBlank() {
        for (int cell = 0; cell < cells; cell++) {
            if (from[cell] < to[cell]) {
                return false;
            }
        }
        return true;
    }

    private void damage(Damage kind, int cell) {
        damage = kind;
        damagedCell = cell;
    }

    /** Whatever else is wrong with it, a record that is too long is called that, wherever the buffer ends. */
    private void skipDamaged() {
        long begin = consumed();
        skipLine();
        if (consumed() - begin > RECORD_BYTES_MAX + 1) {
            damage(Damage.TOO_LONG, 0);
        }
    }

    private void skipLine() {
        do {
            while (position < limit) {
                if (buffer[position++] == '\n') {
                    return;
                }
            }
        } while (fill());
    }

    /** Moves what is unread to the front and reads until the buffer is full or the file ends; false at the end. */
    private boolean fill() {
        int unread = limit - position;
        byte[] unreadIn = buffer;
        boolean isFull = limit == buffer.length - SLACK_BYTES;
        if (isFull && limit < BUFFER_BYTES) {
            buffer = new byte[2 * limit + SLACK_BYTES];
        }
        System.arraycopy(unreadIn, position, buffer, 0, unread);
        consumed += position;
        position = 0;
        limit = unread;
        while (!ended && limit < buffer.length - SLACK_BYTES) {
            int count = read();
            if (count < 0) {
                ended = true;
            } else {
                limit += count;
            }
        }
        buffer[limit] = '\n';
        return limit > unread;
    }

    private int read() {
        try {
            return in.read(buffer, limit, buffer.length - SLACK_BYTES - limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
