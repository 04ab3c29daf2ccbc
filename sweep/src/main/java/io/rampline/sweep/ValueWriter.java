package io.rampline.sweep;

import io.rampline.factory.WeeklyUnits;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * Writes records of the plant, part by part in the order in which they are declared. So a part that is added to one
 * travels by itself. Java's own way would ask every record to agree to it.
 */
final class ValueWriter {
    private final DataOutputStream out;
    private final Map<Class<?>, Method[]> partsOfRecord = new HashMap<>();

    ValueWriter(DataOutputStream out) {
        this.out = out;
    }

    void write(Object value) throws IOException {
        switch (value) {
            case String text -> text(text);
            case Integer number -> kind(ValueKind.INT).writeInt(number);
            case Long number -> kind(ValueKind.LONG).writeLong(number);
            case Double number -> kind(ValueKind.DOUBLE).writeDouble(number);
            case Boolean fact -> kind(fact ? ValueKind.TRUE : ValueKind.FALSE);
            case LocalDate date -> kind(ValueKind.DATE).writeLong(date.toEpochDay());
            case Optional<?> maybe -> optional(maybe);
            case OptionalInt maybe -> optional(maybe);
            case OptionalLong maybe -> optional(maybe);
            case List<?> list -> list(list);
            case SortedMap<?, ?> map -> map(map);
            case WeeklyUnits units -> units(units);
            case Enum<?> choice -> {
                kind(ValueKind.CHOICE).writeUTF(choice.getDeclaringClass().getName());
                out.writeUTF(choice.name());
            }
            case Record values -> values(values);
            default ->
                throw new IllegalStateException("found a " + value.getClass().getName()
                        + " in a scenario, expected a value of the plant; this kind of value cannot travel yet");
        }
    }

    private DataOutputStream kind(ValueKind kind) throws IOException {
        out.writeByte(ValueKind.ALL.indexOf(kind));
        return out;
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        kind(ValueKind.TEXT).writeInt(bytes.length);
        out.write(bytes);
    }

    private void optional(Optional<?> maybe) throws IOException {
        kind(maybe.isPresent() ? ValueKind.SOMETHING : ValueKind.NOTHING);
        if (maybe.isPresent()) {
            write(maybe.get());
        }
    }

    private void optional(OptionalInt maybe) throws IOException {
        kind(maybe.isPresent() ? ValueKind.SOME_INT : ValueKind.NO_INT);
        if (maybe.isPresent()) {
            out.writeInt(maybe.getAsInt());
        }
    }

    private void optional(OptionalLong maybe) throws IOException {
        kind(maybe.isPresent() ? ValueKind.SOME_LONG : ValueKind.NO_LONG);
        if (maybe.isPresent()) {
            out.writeLong(maybe.getAsLong());
        }
    }

    private void list(List<?> list) throws IOException {
        kind(ValueKind.LIST).writeInt(list.size());
        for (Object each : list) {
            write(each);
        }
    }

    private void map(SortedMap<?, ?> map) throws IOException {
        kind(ValueKind.MAP).writeInt(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            write(entry.getKey());
            write(entry.getValue());
        }
    }

    private void units(WeeklyUnits units) throws IOException {
        int[] all = units.toArray();
        kind(ValueKind.WEEKLY_UNITS).writeInt(all.length);
        for (int one : all) {
            out.writeInt(one);
        }
    }

    private void values(Record values) throws IOException {
        kind(ValueKind.RECORD).writeUTF(values.getClass().getName());
        for (Method part : partsOfRecord.computeIfAbsent(values.getClass(), ValueWriter::parts)) {
            try {
                write(part.invoke(values));
            } catch (ReflectiveOperationException fault) {
                throw new IllegalStateException("cannot read " + part, fault);
            }
        }
    }

    private static Method[] parts(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Method[] parts = new Method[components.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = components[i].getAccessor();
        }
        AccessibleObject.setAccessible(parts, true);
        return parts;
    }
}
