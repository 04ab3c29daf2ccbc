package io.rampline.orderbook.audit;

/** What an audit looks at, in the order of its report. */
public enum Check {
    POSITIONS("entries", "positions from 1 on without a gap"),
    CHAIN("entries", "hash over the entry and the hash before it"),
    WORDING("entries", "kind known, body understood, order named"),
    HEAD("heads", "the head names the last entry and its hash"),
    ANCHORS("anchors", "the entry an anchor names has the hash it names"),
    HISTORIES("entries", "each follows from what was there before it"),
    FIRST_PROMISES("first promises", "given once, never given again"),
    LIMITS("changes of a bucket", "within its capacity and the shortage on record"),
    CUTS("shortages", "opened by a cut, as large as recorded"),
    COUNTERS("counters", "equal to the sum over the entries"),
    REQUESTS("request ids", "point at entries that are there"),
    REPLAY("orders and buckets", "the engine, fed with the entries, says the same"),
    SNAPSHOT("snapshots", "equal to the engine at its position"),
    NOTICES("notices", "positions without a gap, hashes over each and the one before"),
    SCENARIO("scenario files", "as they were when the book was made of them"),
    COMMITMENTS("public commitments", "said once; what is said later is what came of them");

    private final String counted;
    private final String sentence;

    Check(String counted, String sentence) {
        this.counted = counted;
        this.sentence = sentence;
    }

    /** What is counted, in the plural. */
    public String counted() {
        return counted;
    }

    /** What holds when nothing is found. */
    public String sentence() {
        return sentence;
    }
}
