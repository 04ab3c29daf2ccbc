package io.rampline.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A Chromium to look at pages with: one that is installed, else one that is installed now, by the system's packages or
 * by Playwright. Without any of them the tests fail and say so; they are never left out.
 */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> FOLDERS = List.of("/usr/bin", "/usr/local/bin", "/snap/bin");
    private static final long INSTALL_MINUTES = 15;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium open() {
        Optional<Path> installed = installed();
        if (installed.isEmpty() && isRoot() && Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            run(List.of("apt-get", "update", "-qq"));
            run(List.of("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"));
            installed = installed();
        }
        boolean fetches = installed.isEmpty();
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(fetches ? Map.of() : Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"));
        installed.ifPresent(options::setExecutablePath);
        try {
            return new Chromium(playwright, playwright.chromium().launch(options));
        } catch (RuntimeException failed) {
            playwright.close();
            throw new IllegalStateException(
                    "found no Chromium that starts: looked for " + NAMES + " in " + FOLDERS
                            + ", tried apt-get where root, then Playwright's own download. Maybe install Chromium",
                    failed);
        }
    }

    Browser browser() {
        return browser;
    }

    private static Optional<Path> installed() {
        return FOLDERS.stream()
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (IOException failed) {
            System.err.println("could not run " + command + ": " + failed.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
