package io.rampline.sequence.search;

/** Draws a change, prices it, and makes it when it costs no more than allowed. */
final class Moves {
    private static final int TRIES = 6;
    private static final int NEAR_MAX = 24;
    private static final double STRETCH_MEAN = 6;
    private static final int STRETCH_MAX = 60;

    private final Line line;
    private final Families families;
    private final Blocks blocks;
    private final Dice dice;
    private final int cars;

    /** The options whose violations are looked for when a place is drawn. */
    private long sought;

    /** What the change may cost at most. */
    private double allowance;

    Moves(Line line, Families families, Dice dice) {
        this.line = line;
        this.families = families;
        this.dice = dice;
        blocks = new Blocks(line);
        cars = line.end - line.first;
    }

    /** Begins to look for violations of some options, at the prices of now. */
    void seek(long options) {
        sought = options;
    }

    /** Tries one change; says whether it was made. */
    boolean tryOne(MoveKind kind, double mayCost) {
        allowance = mayCost;
        blocks.allow(mayCost);
        return switch (kind) {
            case ANY_TWO -> exchange(hurtPlace(), anyPlace());
            case NEAR_TWO -> {
                int i = hurtPlace();
                int far = 1 + dice.below(NEAR_MAX);
                yield exchange(i, dice.coin() ? i + far : i - far);
            }
            case SIMILAR_TWO -> {
                int i = hurtPlace();
                yield exchange(i, similarPlace(i));
            }
            case SAME_COLOUR -> {
                int i = hurtPlace();
                yield exchange(i, families.ofColour(line.colour[i], dice));
            }
            case SAME_COLOUR_AND_GROUP -> {
                int i = hurtPlace();
                yield exchange(i, families.ofGroup(line.carAt[i], line.colour[i], dice));
            }
            case SAME_GROUP -> {
                int i = hurtPlace();
                yield exchange(i, families.ofGroup(line.carAt[i], dice));
            }
            case NEIGHBOUR_COLOUR_OF_GROUP, NEIGHBOUR_COLOUR_OF_OPTIONS, NEIGHBOUR_COLOUR -> {
                int i = borderPlace();
                yield exchange(i, paintedPlace(kind, i));
            }
            case INSERT -> insert();
            case INSERT_TO_MEET -> insertToMeet();
            case TURN -> turn();
            case TURN_TO_MEET -> turnToMeet();
            case RUN_TO_MEET -> runToMeet();
            case RUNS -> runs();
            case TURN_OF_RUNS -> turnOfRuns();
            case STRETCHES -> stretches();
            case NEIGHBOURING_STRETCHES -> neighbouringStretches();
        };
    }

    private int anyPlace() {
        return line.first + dice.below(cars);
    }

    /** A place where a car adds to a violation that is sought, or any when none is met soon. */
    private int hurtPlace() {
        int place = anyPlace();
        if (sought == 0 || dice.coin()) {
            return place;
        }
        for (int tries = 0; tries < TRIES; tries++) {
            for (long bits = line.mask[place] & sought; bits != 0; bits &= bits - 1) {
                if (line.windows.over(place, Long.numberOfTrailingZeros(bits)) > 0) {
                    return place;
                }
            }
            place = anyPlace();
        }
        return place;
    }

    /** A place of a car that differs in few options, or any when none is met soon. */
    private int similarPlace(int place) {
        int drawn = anyPlace();
        for (int tries = 0; tries < TRIES; tries++) {
            int differ = Long.bitCount(line.mask[place] ^ line.mask[drawn]);
            if (differ == 1 || differ == 2) {
                return drawn;
            }
            drawn = anyPlace();
        }
        return drawn;
    }

    /** A place whose neighbour has another colour, or any when none is met soon. */
    private int borderPlace() {
        int place = anyPlace();
        for (int tries = 0; tries < TRIES; tries++) {
            int colour = line.colour[place];
            if (line.colour[place - 1] != colour || line.colour[place + 1] != colour) {
                return place;
            }
            place = anyPlace();
        }
        return place;
    }

    private int neighbourColour(int place) {
        int before = line.colour[place - 1];
        int after = line.colour[place + 1];
        int own = line.colour[place];
        int drawn = dice.coin() ? before : after;
        if (drawn == own || drawn < 0) {
            drawn = before == own || before < 0 ? after : before;
        }
        return drawn < 0 ? own : drawn;
    }

    /**
     * A place of a car that has the colour of this place's neighbour; beside a car of this place's colour when one is
     * soon met, so that the exchange mends both ends.
     */
    private int paintedPlace(MoveKind kind, int place) {
        int colour = neighbourColour(place);
        int own = line.colour[place];
        int drawn = -1;
        int triesMax = kind == MoveKind.NEIGHBOUR_COLOUR_OF_GROUP || dice.coin() ? TRIES : 1;
        for (int tries = 0; tries < triesMax; tries++) {
            drawn = relative(kind, line.carAt[place], colour);
            if (drawn < 0 || line.colour[drawn - 1] == own || line.colour[drawn + 1] == own) {
                return drawn;
            }
        }
        return drawn;
    }

    private int relative(MoveKind kind, int car, int colour) {
        if (kind == MoveKind.NEIGHBOUR_COLOUR_OF_GROUP) {
            return families.ofGroup(car, colour, dice);
        }
        return kind == MoveKind.NEIGHBOUR_COLOUR_OF_OPTIONS
                ? families.ofOptions(car, colour, dice)
                : families.ofColour(colour, dice);
    }

    private boolean exchange(int one, int other) {
        int i = Math.min(one, other);
        int k = Math.max(one, other);
        if (i < line.first || k >= line.end || i == k || line.areLike(i, k)) {
            return false;
        }
        if (line.exchangeCost(i, k, allowance) > allowance || !line.mayExchange(i, k)) {
            return false;
        }
        line.exchange(i, k);
        return true;
    }

    private boolean makeAt(long cost) {
        if (cost > allowance || !blocks.isAllowed()) {
            return false;
        }
        blocks.make();
        return true;
    }

    private boolean insert() {
        int from = hurtPlace();
        int to = dice.coin() ? anyPlace() : from + dice.below(2 * NEAR_MAX + 1) - NEAR_MAX;
        return to >= line.first && to < line.end && insert(from, to);
    }

    /** A car goes beside another car of its colour: runs swap cars, and short ones dissolve. */
    private boolean insertToMeet() {
        int from = borderPlace();
        int mate = families.ofColour(line.colour[from], dice);
        if (mate == from) {
            return false;
        }
        int before = from < mate ? mate - 1 : mate + 1;
        return insert(from, dice.coin() ? mate : before);
    }

    private boolean insert(int from, int to) {
        if (from == to) {
            return false;
        }
        return from < to
                ? makeAt(blocks.change(from, 1, 0, to - from, false, false))
                : makeAt(blocks.change(to, from - to, 0, 1, false, false));
    }

    private boolean turn() {
        int at = anyPlace();
        int length = dice.coin() ? 1 + dice.geometric(STRETCH_MEAN, STRETCH_MAX) : 1 + dice.below(cars);
        return at + length <= line.end && makeAt(blocks.turn(at, length));
    }

    /** ... x | y ... x | z ... becomes ... x x ... y | z ... */
    private boolean turnToMeet() {
        int at = borderPlace();
        boolean forward = dice.coin();
        int colour = forward ? line.colour[at - 1] : line.colour[at + 1];
        if (colour < 0 || colour == line.colour[at]) {
            return false;
        }
        int mate = families.ofColour(colour, dice);
        if (mate < 0) {
            return false;
        }
        if (forward) {
            int last = runEnd(mate);
            return last > at && makeAt(blocks.turn(at, last - at + 1));
        }
        int begin = runStart(mate);
        return begin < at && makeAt(blocks.turn(begin, at - begin + 1));
    }

    private int runStart(int place) {
        int start = place;
        while (start > line.first && line.colour[start - 1] == line.colour[place]) {
            start--;
        }
        return start;
    }

    private int runEnd(int place) {
        int end = place;
        while (end + 1 < line.end && line.colour[end + 1] == line.colour[place]) {
            end++;
        }
        return end;
    }

    /** A run is taken out and put beside a run of its colour; what stands between moves up. */
    private boolean runToMeet() {
        int at = borderPlace();
        int colour = line.colour[at];
        int mate = families.ofColour(colour, dice);
        int start = runStart(at);
        int end = runEnd(at);
        if (mate >= start && mate <= end) {
            return false;
        }
        boolean turned = dice.coin();
        if (mate > end) {
            int aim = dice.coin() ? runStart(mate) - 1 : runEnd(mate);
            return makeAt(blocks.change(start, end - start + 1, 0, aim - end, turned, false));
        }
        int aim = dice.coin() ? runEnd(mate) + 1 : runStart(mate);
        return makeAt(blocks.change(aim, start - aim, 0, end - start + 1, false, turned));
    }

    /** Two whole runs change places. */
    private boolean runs() {
        int one = anyPlace();
        int start = runStart(one);
        int end = runEnd(one);
        int other = dice.coin() ? anyPlace() : one + dice.below(2 * STRETCH_MAX + 1) - STRETCH_MAX;
        if (other < line.first || other >= line.end || (other >= start && other <= end)) {
            return false;
        }
        int otherStart = runStart(other);
        int otherEnd = runEnd(other);
        int at = Math.min(start, otherStart);
        int a = other > end ? end - start + 1 : otherEnd - otherStart + 1;
        int b = other > end ? otherEnd - otherStart + 1 : end - start + 1;
        int between = Math.max(start, otherStart) - at - a;
        return makeAt(blocks.change(at, a, between, b, dice.coin(), dice.coin()));
    }

    /** Some whole runs are turned round. */
    private boolean turnOfRuns() {
        int at = runStart(anyPlace());
        int other = dice.coin() ? anyPlace() : at + dice.below(2 * STRETCH_MAX);
        if (other < at || other >= line.end) {
            return false;
        }
        int end = runEnd(other);
        return end > at && makeAt(blocks.turn(at, end - at + 1));
    }

    private boolean stretches() {
        int length = 1 + dice.geometric(STRETCH_MEAN, STRETCH_MAX);
        int one = borderPlace();
        int other = dice.coin() ? borderPlace() : anyPlace();
        int at = Math.min(one, other);
        int then = Math.max(one, other);
        int between = then - at - length;
        if (between < 0 || then + length > line.end) {
            return false;
        }
        return makeAt(blocks.change(at, length, between, length, dice.coin(), dice.coin()));
    }

    private boolean neighbouringStretches() {
        int at = dice.coin() ? borderPlace() : anyPlace();
        int a = dice.geometric(STRETCH_MEAN, STRETCH_MAX);
        int b = dice.geometric(STRETCH_MEAN, STRETCH_MAX);
        return at + a + b <= line.end && makeAt(blocks.change(at, a, 0, b, dice.coin(), dice.coin()));
    }
}
