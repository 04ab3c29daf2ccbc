package io.rampline.sweep;

import io.rampline.factory.Configuration;
import io.rampline.factory.Scenario;
import io.rampline.factory.Uncertainty;
import io.rampline.promise.OrderTable;
import io.rampline.simulation.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A snapshot as bytes, for those who count elsewhere. Both sides run the same release: it is no format to keep.
 *
 * <p>Ids do not travel: futures do not ask who an order is.
 */
final class SnapshotBytes {
    private SnapshotBytes() {}

    static byte[] bytes(Snapshot snapshot) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (DataOutputStream out =
                new DataOutputStream(new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED)))) {
            ValueWriter values = new ValueWriter(out);
            values.write(snapshot.scenario());
            values.write(snapshot.uncertainty());
            out.writeInt(snapshot.groupsMax());
            write(snapshot.book(), values, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory cannot fail", impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * The snapshot again.
     *
     * @throws IllegalArgumentException when these bytes are none
     */
    static Snapshot snapshot(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            ValueReader values = new ValueReader(in);
            Scenario scenario = values.read(Scenario.class);
            Uncertainty uncertainty = values.read(Uncertainty.class);
            int groupsMax = in.readInt();
            return new Snapshot(scenario, book(values, in), uncertainty, groupsMax);
        } catch (IOException broken) {
            throw new IllegalArgumentException("found bytes that are no snapshot: " + broken.getMessage(), broken);
        }
    }

    private static void write(OrderTable book, ValueWriter values, DataOutputStream out) throws IOException {
        values.write(book.configurations());
        out.writeInt(book.size());
        long before = 0;
        for (int row = 0; row < book.size(); row++) {
            out.writeLong(book.lockedAtMicros(row) - before);
            before = book.lockedAtMicros(row);
            out.writeByte(book.priorityClass(row));
            out.writeInt(book.configurationNumber(row));
            out.writeInt(book.earliestBucket(row));
            out.writeInt(book.promisedBucket(row));
            out.writeLong(book.depositMinor(row));
        }
    }

    private static OrderTable book(ValueReader values, DataInputStream in) throws IOException {
        OrderTable.Builder table = OrderTable.builder();
        for (Object configuration : values.read(List.class)) {
            table.number((Configuration) configuration);
        }
        int size = in.readInt();
        long lockedAt = 0;
        for (int row = 0; row < size; row++) {
            lockedAt += in.readLong();
            int priorityClass = in.readByte();
            table.add("", lockedAt, priorityClass, in.readInt(), in.readInt(), in.readInt(), in.readLong());
        }
        return table.build();
    }
}
