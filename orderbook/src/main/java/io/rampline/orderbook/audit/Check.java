package io.rampline.orderbook.audit;

/** What an audit looks at, in the order of its report. */
public enum Check {
    POSITIONS("entry", "entries", "positions from 1 on without a gap"),
    CHAIN("entry", "entries", "hash over the entry and the hash before it"),
    WORDING("entry", "entries", "kind known, body understood, order named"),
    HEAD("head", "heads", "the head names the last entry and its hash"),
    ANCHORS("anchor", "anchors", "the entry an anchor names has the hash it names"),
    HISTORIES("entry", "entries", "each follows from what was there before it"),
    FIRST_PROMISES("first promise", "first promises", "given once, never given again"),
    LIMITS("change of a bucket", "changes of a bucket", "within its capacity and the shortage on record"),
    CUTS("shortage", "shortages", "opened by a cut, as large as recorded"),
    COUNTERS("counter", "counters", "equal to the sum over the entries"),
    REQUESTS("request id", "request ids", "point at entries that are there"),
    REPLAY("order or bucket", "orders and buckets", "the engine, fed with the entries, says the same"),
    SNAPSHOT("snapshot", "snapshots", "equal to the engine at its position"),
    NOTICES("notice", "notices", "positions without a gap, hashes over each and the one before"),
    SCENARIO("scenario file", "scenario files", "as they were when the book was made of them"),
    COMMITMENTS("public commitment", "public commitments", "said once; what is said later is what came of them");

    private final String one;
    private final String many;
    private final String sentence;

    Check(String one, String many, String sentence) {
        this.one = one;
        this.many = many;
        this.sentence = sentence;
    }

    /** The name of so many of what is counted. */
    public String counted(long count) {
        return count == 1 ? one : many;
    }

    /** What holds when nothing is found. */
    public String sentence() {
        return sentence;
    }
}
