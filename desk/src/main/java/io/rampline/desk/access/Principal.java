package io.rampline.desk.access;

/**
 * Who is asking.
 *
 * @param name what tokens and claims call him or her, 1 to {@value #NAME_LENGTH_MAX} visible characters without blanks;
 *     it stands in the book for good, so it should be an opaque number and not a person's name
 */
public record Principal(String name, Role role) {
    public static final int NAME_LENGTH_MAX = 128;

    public Principal {
        if (!isName(name)) {
            throw new IllegalArgumentException("found a principal of " + name.length() + " characters, expected 1 to "
                    + NAME_LENGTH_MAX + " visible ones without blanks");
        }
    }

    /** Whether a text can be the name of a principal. */
    public static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= NAME_LENGTH_MAX
                && text.codePoints().allMatch(Principal::isVisible);
    }

    private static boolean isVisible(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && !Character.isISOControl(character)
                && Character.getType(character) != Character.FORMAT
                && Character.getType(character) != Character.SURROGATE
                && Character.isDefined(character);
    }
}
