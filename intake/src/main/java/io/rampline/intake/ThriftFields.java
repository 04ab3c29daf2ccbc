package io.rampline.intake;

import java.nio.ByteBuffer;

/**
 * Walks the fields of a structure in Thrift's compact protocol, as Parquet uses it for its headers
 * (thrift/doc/specs/thrift-compact-protocol.md). Never reads beyond the buffer: where the bytes make no sense,
 * {@link #isBroken()} is true from then on and there are no more fields.
 */
final class ThriftFields {
    private static final int DEPTH_MAX = 16;
    private static final int VARINT_BYTES_MAX = 10;

    private static final int STOP = 0;
    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int BYTE = 3;
    private static final int I64 = 6;
    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int MAP = 11;
    private static final int STRUCT = 12;

    private final ByteBuffer bytes;
    private boolean broken;
    private int id;
    private int type;

    ThriftFields(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    boolean isBroken() {
        return broken;
    }

    /** Bytes read so far. */
    int position() {
        return bytes.position();
    }

    /** Begins a structure, at the beginning or in a field that holds one. */
    void enter() {
        id = 0;
    }

    /** Goes on in the structure around the one that has ended, behind the field with this number. */
    void resume(int field) {
        id = field;
    }

    /** Goes to the next field of the structure; false at its end. Each field must be read or skipped. */
    boolean next() {
        int head = read();
        type = head & 0x0F;
        if (broken || type == STOP) {
            return false;
        }
        int delta = (head >> 4) & 0x0F;
        id = delta == 0 ? (int) zigzag() : id + delta;
        return !broken;
    }

    /** The number of the current field. */
    int id() {
        return id;
    }

    boolean isStruct() {
        return type == STRUCT;
    }

    /** The value of a field that holds a whole number; anything else breaks the walk. */
    long whole() {
        if (type <= BYTE || type > I64) {
            broken = true;
            return 0;
        }
        return zigzag();
    }

    /** How many structures the list in the current field holds; anything else breaks the walk. */
    int structs() {
        if (type != LIST) {
            broken = true;
            return 0;
        }
        int head = read();
        long size = (head >> 4) == 15 ? varint() : head >> 4;
        broken |= (head & 0x0F) != STRUCT || size < 0 || size > bytes.remaining();
        return broken ? 0 : (int) size;
    }

    void skip() {
        skip(type, 0);
    }

    private void skip(int what, int depth) {
        if (depth > DEPTH_MAX) {
            broken = true;
        }
        if (broken) {
            return;
        }
        switch (what) {
            case TRUE, FALSE -> {}
            case BYTE -> read();
            case 4, 5, I64 -> varint();
            case DOUBLE -> skipBytes(Double.BYTES);
            case BINARY -> skipBytes(varint());
            case LIST, SET -> skipList(depth);
            case MAP -> skipMap(depth);
            case STRUCT -> skipStruct(depth);
            default -> broken = true;
        }
    }

    private void skipStruct(int depth) {
        int outer = id;
        enter();
        while (next()) {
            skip(type, depth + 1);
        }
        id = outer;
    }

    private void skipList(int depth) {
        int head = read();
        long size = (head >> 4) == 15 ? varint() : head >> 4;
        skipElements(head & 0x0F, size, depth);
    }

    private void skipMap(int depth) {
        long size = varint();
        if (size != 0) {
            int types = read();
            for (long i = 0; i < size && !broken; i++) {
                skipElements(types >> 4, 1, depth);
                skipElements(types & 0x0F, 1, depth);
            }
        }
    }

    private void skipElements(int what, long size, int depth) {
        if (size < 0 || size > bytes.remaining()) {
            broken = true;
        }
        for (long i = 0; i < size && !broken; i++) {
            // In a list a truth value takes a byte of its own.
            skip(what == TRUE || what == FALSE ? BYTE : what, depth + 1);
        }
    }

    private void skipBytes(long count) {
        if (count < 0 || count > bytes.remaining()) {
            broken = true;
        } else {
            bytes.position(bytes.position() + (int) count);
        }
    }

    private long zigzag() {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    private long varint() {
        long value = 0;
        for (int i = 0; i < VARINT_BYTES_MAX; i++) {
            int next = read();
            value |= (long) (next & 0x7F) << (7 * i);
            if ((next & 0x80) == 0) {
                return value;
            }
        }
        broken = true;
        return 0;
    }

    private int read() {
        if (!bytes.hasRemaining()) {
            broken = true;
        }
        return broken ? 0 : bytes.get() & 0xFF;
    }
}
