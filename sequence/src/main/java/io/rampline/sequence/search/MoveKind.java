package io.rampline.sequence.search;

/** The small changes that are tried. */
enum MoveKind {
    /** Two cars, drawn anywhere. */
    ANY_TWO,
    /** A car and one a few places on. */
    NEAR_TWO,
    /** Two cars that differ in one or two options. */
    SIMILAR_TWO,
    /** Two cars of one colour. */
    SAME_COLOUR,
    /** Two cars of one colour and of one group. */
    SAME_COLOUR_AND_GROUP,
    /** Two cars of one group. */
    SAME_GROUP,
    /** A car and one of its group that has the colour of its neighbour. */
    NEIGHBOUR_COLOUR_OF_GROUP,
    /** A car and one with all its options that has the colour of its neighbour. */
    NEIGHBOUR_COLOUR_OF_OPTIONS,
    /** A car and any that has the colour of its neighbour. */
    NEIGHBOUR_COLOUR,
    /** A car goes to another place. */
    INSERT,
    /** A car goes beside another car of its colour. */
    INSERT_TO_MEET,
    /** A stretch is turned round, short or of any length. */
    TURN,
    /** A stretch is turned round so that two runs of one colour meet. */
    TURN_TO_MEET,
    /** A run goes to where another run of its colour stands. */
    RUN_TO_MEET,
    /** Two whole runs of a colour change places. */
    RUNS,
    /** Some whole runs are turned round. */
    TURN_OF_RUNS,
    /** Two stretches of one length change places. */
    STRETCHES,
    /** Two neighbouring stretches change places. */
    NEIGHBOURING_STRETCHES
}
