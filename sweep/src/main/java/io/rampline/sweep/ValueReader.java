package io.rampline.sweep;

import io.rampline.factory.WeeklyUnits;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Reads what {@link ValueWriter} wrote. */
final class ValueReader {
    private final DataInputStream in;
    private final Map<String, Constructor<?>> constructorByName = new HashMap<>();

    ValueReader(DataInputStream in) {
        this.in = in;
    }

    <T> T read(Class<T> expected) throws IOException {
        return expected.cast(read());
    }

    private Object read() throws IOException {
        int kind = in.readUnsignedByte();
        if (kind >= ValueKind.ALL.size()) {
            throw new IOException("a value of kind " + kind);
        }
        return switch (ValueKind.ALL.get(kind)) {
            case TEXT -> new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            case INT -> in.readInt();
            case LONG -> in.readLong();
            case DOUBLE -> in.readDouble();
            case TRUE -> true;
            case FALSE -> false;
            case DATE -> LocalDate.ofEpochDay(in.readLong());
            case NOTHING -> Optional.empty();
            case SOMETHING -> Optional.of(read());
            case NO_INT -> OptionalInt.empty();
            case SOME_INT -> OptionalInt.of(in.readInt());
            case NO_LONG -> OptionalLong.empty();
            case SOME_LONG -> OptionalLong.of(in.readLong());
            case LIST -> list();
            case MAP -> map();
            case WEEKLY_UNITS -> units();
            case CHOICE -> choice();
            case RECORD -> values();
        };
    }

    private List<Object> list() throws IOException {
        int size = in.readInt();
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(read());
        }
        return List.copyOf(list);
    }

    private Map<Object, Object> map() throws IOException {
        int size = in.readInt();
        Map<Object, Object> map = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            Object key = read();
            map.put(key, read());
        }
        return map;
    }

    private WeeklyUnits units() throws IOException {
        int[] all = new int[in.readInt()];
        for (int week = 0; week < all.length; week++) {
            all[week] = in.readInt();
        }
        return WeeklyUnits.of(all);
    }

    private Object choice() throws IOException {
        Class<?> type = type(in.readUTF());
        String name = in.readUTF();
        Object[] choices = type.getEnumConstants();
        return Arrays.stream(choices == null ? new Object[0] : choices)
                .filter(each -> ((Enum<?>) each).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found no " + name + " in " + type.getName()));
    }

    private Object values() throws IOException {
        String name = in.readUTF();
        Constructor<?> constructor = constructorByName.get(name);
        if (constructor == null) {
            constructor = constructor(type(name));
            constructorByName.put(name, constructor);
        }
        Object[] parts = new Object[constructor.getParameterCount()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = read();
        }
        try {
            return constructor.newInstance(parts);
        } catch (ReflectiveOperationException fault) {
            throw new IllegalArgumentException("found parts that make no " + name, fault);
        }
    }

    private static Class<?> type(String name) throws IOException {
        if (!name.startsWith(ValueKind.PACKAGE)) {
            throw new IOException("a value of type " + name);
        }
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException unknown) {
            throw new IOException("a value of the unknown type " + name, unknown);
        }
    }

    private static Constructor<?> constructor(Class<?> type) throws IOException {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IOException("a value of " + type + ", which is no record");
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException impossible) {
            throw new IOException("a record without its constructor: " + type, impossible);
        }
    }
}
