package io.rampline.desk.briefing.file;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/** Texts that appear in a folder all at once, or not at all. */
public final class TextFiles {
    private TextFiles() {}

    /** One file. */
    public record TextFile(String name, String text, Charset charset) {}

    /**
     * Writes all files into a folder; it is made when it is not there.
     *
     * @throws CannotWrite when they cannot be written; the folder is then as it was
     */
    public static void write(Path folder, List<TextFile> files) throws CannotWrite {
        Publication.of(folder, publication -> {
            for (TextFile file : files) {
                publication.write(file.name(), out -> out.write(file.text().getBytes(file.charset())));
            }
        });
    }
}
