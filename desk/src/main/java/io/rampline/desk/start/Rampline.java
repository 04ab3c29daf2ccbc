package io.rampline.desk.start;

/** The entry of every command that a user types. */
public final class Rampline {
    private Rampline() {}

    /** Runs the command named by the arguments. */
    public static void main(String[] arguments) {
        System.out.println("rampline " + version());
    }

    private static String version() {
        String version = Rampline.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
