package io.rampline.orderbook.server;

/**
 * With what one logs in at a database.
 *
 * @param user the name of the role
 * @param password in the clear; {@link #toString} leaves it out, so that no log or message shows it by accident
 */
public record Credentials(String user, String password) {
    @Override
    public String toString() {
        return user + " with a password";
    }
}
