package io.rampline.desk.command.sequence;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where a result goes.
 *
 * @param isFolder whether it is a folder, or was named as one by a slash at its end
 */
record OutPlace(Path path, boolean isFolder) {
    /** Reads it as it was typed; a path alone forgets the slash. */
    static final class Converter implements ITypeConverter<OutPlace> {
        @Override
        public OutPlace convert(String typed) {
            try {
                Path path = Path.of(typed);
                boolean isNamedAsFolder = typed.endsWith("/")
                        || typed.endsWith(path.getFileSystem().getSeparator());
                return new OutPlace(path, isNamedAsFolder || Files.isDirectory(path));
            } catch (InvalidPathException none) {
                throw new TypeConversionException("found " + typed + ", expected the name of a file");
            }
        }
    }
}
