package io.rampline.desk.lineday;

import java.util.List;

/**
 * What became of an earlier order of a day.
 *
 * @param gone orders that stood in it and are not built on that day any more
 * @param come orders that are new on that day
 * @param moved the fewest orders that would have to be taken out of the earlier row and put in elsewhere, once gaps are
 *     closed
 */
public record DayChange(List<String> gone, List<String> come, List<String> moved) {
    public DayChange {
        gone = List.copyOf(gone);
        come = List.copyOf(come);
        moved = List.copyOf(moved);
    }
}
