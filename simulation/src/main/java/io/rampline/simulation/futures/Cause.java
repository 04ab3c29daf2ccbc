package io.rampline.simulation.futures;

/**
 * What makes futures differ. A cause has the same numbers in every plan in which it has the same name.
 *
 * @param name unique within its kind
 */
record Cause(Kind kind, String name) {
    enum Kind {
        PLANT,
        LINE,
        PART,
        DEMAND,
        LEAVING
    }

    private static final int FNV_START = 0x811C9DC5;
    private static final int FNV_PRIME = 0x01000193;

    /** Its place among the random numbers: 32 bits of FNV-1a over kind and name. */
    int number() {
        String text = kind + " " + name;
        int hash = FNV_START;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ (text.charAt(i) & 0xFF)) * FNV_PRIME;
            hash = (hash ^ (text.charAt(i) >>> 8)) * FNV_PRIME;
        }
        return hash;
    }
}
