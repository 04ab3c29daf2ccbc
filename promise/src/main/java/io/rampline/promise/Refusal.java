package io.rampline.promise;

/** Why a command is refused. When several reasons hold, the first of them in this order is given. */
public enum Refusal {
    /** The id, the moment or a number in the command is out of its range. */
    MALFORMED,
    /** An order of this id is known, with other content. */
    DUPLICATE_ID,
    /** No order of this id is known. */
    UNKNOWN_ORDER,
    /** The order has been cancelled, or its hold has expired. */
    NO_LONGER_OPEN,
    /** The unit is being built or has been built. */
    ALREADY_BUILT,
    /** The build week lies in the frozen zone. */
    FROZEN,
    UNKNOWN_MARKET,
    UNKNOWN_PRODUCT,
    /** The option is not offered for the product. */
    OPTION_NOT_OFFERED,
    /** No line builds the product. */
    NO_LINE,
    /** The market has quotas, and none for the product. */
    NO_QUOTA,
    /** No resource of this number, or no bucket of this number. */
    UNKNOWN_RESOURCE,
    /** The plan leaves too little for what is promised, and may not delay anybody. */
    PLAN_DELAYS,
    /** There is no room within the horizon, so nothing can be held. */
    NOTHING_TO_HOLD,
    /** There is no earlier date to take. */
    NOTHING_TO_GAIN,
    /** Time does not run backwards. */
    TIME_RUNS_FORWARD
}
