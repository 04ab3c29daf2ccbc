package io.rampline.simulation;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A cluster that cannot be reached, or that cannot go on. Its message says what to try. */
public final class ClusterFault extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1;

    public ClusterFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
