package io.rampline.orderbook;

import io.rampline.promise.Command;
import java.util.Optional;

/**
 * A command as somebody asks for it.
 *
 * @param actor who asks, as it will stand in the record
 * @param requestId the client's own name for the request, so that a retry does nothing twice; bookings need none, their
 *     order id does it
 * @param reason in the asker's words
 */
public record Request(String actor, Optional<String> requestId, Optional<String> reason, Command command) {
    public static Request of(String actor, Command command) {
        return new Request(actor, Optional.empty(), Optional.empty(), command);
    }
}
