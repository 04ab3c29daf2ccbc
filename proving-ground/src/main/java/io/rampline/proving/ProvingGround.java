package io.rampline.proving;

/** The entry of the commands that prove the product: benchmarks, the peers' workload, the promises. */
public final class ProvingGround {
    private ProvingGround() {}

    /** Runs the proof named by the first argument. */
    public static void main(String[] arguments) {
        System.err.println("no proof is named " + String.join(" ", arguments));
        System.exit(2);
    }
}
