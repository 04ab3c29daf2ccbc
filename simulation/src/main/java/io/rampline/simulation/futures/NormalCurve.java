package io.rampline.simulation.futures;

/**
 * The standard normal distribution. Only arithmetic that gives the same bits on every machine: {@link StrictMath}.
 *
 * <p>Quantile: rational approximations of Wichura, algorithm AS 241, Applied Statistics 37 (1988), about 16 digits.
 */
public final class NormalCurve {
    private static final double[] MIDDLE_UP = {
        3.3871328727963665,
        133.14166789178438,
        1971.5909503065513,
        13731.69376550946,
        45921.95393154987,
        67265.7709270087,
        33430.57558358813,
        2509.0809287301227
    };
    private static final double[] MIDDLE_DOWN = {
        1,
        42.31333070160091,
        687.1870074920579,
        5394.196021424751,
        21213.794301586597,
        39307.89580009271,
        28729.085735721943,
        5226.495278852854
    };
    private static final double[] NEAR_UP = {
        1.4234371107496835,
        4.630337846156546,
        5.769497221460691,
        3.6478483247632045,
        1.2704582524523684,
        0.2417807251774506,
        0.022723844989269184,
        0.0007745450142783414
    };
    private static final double[] NEAR_DOWN = {
        1,
        2.053191626637759,
        1.6763848301838038,
        0.6897673349851,
        0.14810397642748008,
        0.015198666563616457,
        0.0005475938084995345,
        1.0507500716444169E-9
    };
    private static final double[] FAR_UP = {
        6.657904643501103,
        5.463784911164114,
        1.7848265399172913,
        0.29656057182850487,
        0.026532189526576124,
        0.0012426609473880784,
        2.7115555687434876E-5,
        2.0103343992922881E-7
    };
    private static final double[] FAR_DOWN = {
        1,
        0.599832206555888,
        0.1369298809227358,
        0.014875361290850615,
        0.0007868691311456133,
        1.8463183175100548E-5,
        1.421511758316446E-7,
        2.0442631033899397E-15
    };

    private NormalCurve() {}

    /**
     * The value that a standard normal is below with the given probability.
     *
     * @param probability above 0 and below 1
     */
    public static double quantile(double probability) {
        double q = probability - 0.5;
        if (StrictMath.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q * ratio(MIDDLE_UP, MIDDLE_DOWN, r);
        }
        double tail = q < 0 ? probability : 1 - probability;
        double r = StrictMath.sqrt(-StrictMath.log(tail));
        double size = r <= 5 ? ratio(NEAR_UP, NEAR_DOWN, r - 1.6) : ratio(FAR_UP, FAR_DOWN, r - 5);
        return q < 0 ? -size : size;
    }

    private static double ratio(double[] up, double[] down, double x) {
        double above = 0;
        double below = 0;
        for (int i = 7; i >= 0; i--) {
            above = above * x + up[i];
            below = below * x + down[i];
        }
        return above / below;
    }
}
