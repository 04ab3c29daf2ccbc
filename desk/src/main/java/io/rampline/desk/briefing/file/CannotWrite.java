package io.rampline.desk.briefing.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import org.jspecify.annotations.Nullable;

/** The output folder takes no files. The message says why and what to try. */
public final class CannotWrite extends IOException {
    private static final long serialVersionUID = 1L;

    CannotWrite(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Words an operating system's refusal so that it helps. */
    static CannotWrite because(Path folder, Exception cause) {
        if (cause instanceof CannotWrite already) {
            return already;
        }
        if (cause instanceof NoSuchFileException) {
            return new CannotWrite(
                    "cannot write to " + folder
                            + ": no folder can be made there. Maybe choose another folder with --out.",
                    cause);
        }
        String reason = reason(cause);
        if (cause instanceof AccessDeniedException || cause instanceof ReadOnlyFileSystemException) {
            return new CannotWrite(
                    "cannot write to " + folder
                            + ": no permission. Maybe choose another folder with --out, or ask for write access to this one.",
                    cause);
        }
        if (reason.contains("No space left")
                || reason.contains("Disk quota exceeded")
                || reason.contains("File too large")) {
            return new CannotWrite(
                    "cannot write to " + folder
                            + ": the disk is full. Nothing there was changed. Maybe free some space, or choose another folder with --out.",
                    cause);
        }
        return new CannotWrite(
                "cannot write to " + folder + ": " + reason + ". Maybe choose another folder with --out.", cause);
    }

    private static String reason(Throwable cause) {
        if (cause instanceof FileSystemException fault && fault.getReason() != null) {
            return fault.getReason();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
