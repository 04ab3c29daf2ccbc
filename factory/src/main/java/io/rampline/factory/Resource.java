package io.rampline.factory;

/**
 * Something a week of building uses up.
 *
 * @param name unique within its kind, for people: {@code F1}, {@code PACK-NMC}, {@code EU SU7}
 * @param openingStock pieces there before the first bucket; 0 for a perishable resource
 * @param units perishable: capacity of each bucket; storable: arrivals at the start of each bucket
 */
public record Resource(Kind kind, String name, int openingStock, WeeklyUnits units) {

    /** What a resource is; the constant names are those of the trade. */
    public enum Kind {
        /** Units a line can build in a week. */
        LINE("line"),
        /** What a line has left for orders without a reservation of their own on it. */
        OPEN_POOL("open pool"),
        /** How much of a model or trim may be built in a week. */
        MIX("mix limit"),
        /** How many units a week may carry an option. */
        OPTION("option limit"),
        /** What a market gets at most. */
        QUOTA("quota"),
        /** What can leave for a market in a week. */
        TRANSPORT("transport"),
        /** A part: the one kind that can be stored. */
        PART("part");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether what is not used in one week can be used in a later one. */
        public boolean storable() {
            return this == PART;
        }
    }

    public Resource {
        if (openingStock < 0 || (openingStock > 0 && !kind.storable())) {
            throw new IllegalArgumentException("found opening stock " + openingStock + " for " + kind + " " + name
                    + ", expected 0 or more, and 0 unless it is a part");
        }
    }

    /** {@code line F1}, {@code part PACK-NMC}. */
    public String label() {
        return kind.label() + " " + name;
    }
}
