package io.rampline.desk.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Shows a page in the browser of the desktop, by the desktop's own command. */
public final class Desktop {
    private Desktop() {}

    /** Opens a page, or says that there is no desktop. */
    public static void show(Path page, Terminal terminal) {
        String address = page.toAbsolutePath().normalize().toUri().toString();
        try {
            new ProcessBuilder(command(System.getProperty("os.name", ""), address))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException none) {
            terminal.say("found no desktop to open the page on. Maybe open " + address + " yourself.");
        }
    }

    static List<String> command(String system, String address) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return List.of("open", address);
        }
        if (name.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        }
        return List.of("xdg-open", address);
    }
}
