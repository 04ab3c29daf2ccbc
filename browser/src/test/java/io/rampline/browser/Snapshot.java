package io.rampline.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Clip;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * How a page looks, kept in two forms. The outline says which blocks stand where, in which colours: it does not depend
 * on fonts, and differs when something is added, lost or out of place. The small picture is for people; of it only
 * large patches are compared, so that other fonts or another version of the browser do not matter.
 */
final class Snapshot {
    private static final int PATCHES = 5;
    private static final int DIFFERENCE_MAX = 26;
    private static final int HEIGHT_MAX = 1300;
    /** Of a wide page a quarter of the size shows enough, of a narrow one half. */
    private static final int WIDE = 1000;

    private static final String OUTLINE = """
            () => {
              const near = value => Math.round(value / 8) * 8;
              const style = getComputedStyle(document.body);
              const lines = ['colours ' + style.color + ' on ' + style.backgroundColor];
              const blocks = 'header.bar, main h1, main h2, main section, main .figures, main .figures > div, '
                  + 'main form, main .scroll, main .orders, main svg.chart, main details, footer';
              for (const block of document.querySelectorAll(blocks)) {
                const box = block.getBoundingClientRect();
                if (box.width === 0) continue;
                const name = block.tagName.toLowerCase() + (block.className.baseVal ?? block.className ? '.'
                    + (block.className.baseVal ?? block.className).split(' ')[0] : '');
                lines.push(/^H[12]$/.test(block.tagName) ? name : name + ' at ' + near(box.left) + ', ' + near(box.width) + ' wide');
              }
              return lines.join('\\n') + '\\n';
            }
            """;

    private final String outline;
    private final BufferedImage picture;

    private Snapshot(String outline, BufferedImage picture) {
        this.outline = outline;
        this.picture = picture;
    }

    static Snapshot of(Page page) throws IOException {
        int width = page.viewportSize().width;
        int height = Math.min(
                HEIGHT_MAX, Integer.parseInt(String.valueOf(page.evaluate("document.documentElement.scrollHeight"))));
        BufferedImage whole = ImageIO.read(new ByteArrayInputStream(page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setClip(new Clip(0, 0, width, height)))));
        return new Snapshot(String.valueOf(page.evaluate(OUTLINE)), smaller(whole, width > WIDE ? 4 : 2));
    }

    private static BufferedImage smaller(BufferedImage whole, int times) {
        int width = whole.getWidth() / times;
        int height = whole.getHeight() / times;
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(whole.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        return small;
    }

    void keep(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".txt"), outline);
        ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
    }

    /** What is other than what is kept; empty when it looks the same. */
    List<String> differences(Path folder, String name) throws IOException {
        Path kept = folder.resolve(name + ".txt");
        Path picturePath = folder.resolve(name + ".png");
        if (!Files.exists(kept) || !Files.exists(picturePath)) {
            return List.of(name + ": nothing is kept of it");
        }
        List<String> found = new ArrayList<>();
        List<String> before = Files.readAllLines(kept);
        List<String> now = outline.lines().toList();
        for (int line = 0; line < Math.max(before.size(), now.size()); line++) {
            String was = line < before.size() ? before.get(line) : "nothing";
            String is = line < now.size() ? now.get(line) : "nothing";
            if (!was.equals(is)) {
                found.add(name + ".txt:" + (line + 1) + ": found " + is + ", expected " + was);
                break;
            }
        }
        int difference = farthest(ImageIO.read(picturePath.toFile()));
        if (difference > DIFFERENCE_MAX) {
            found.add(name + ".png: a patch is " + difference + " of 255 lighter or darker, at most " + DIFFERENCE_MAX);
        }
        return found;
    }

    private int farthest(BufferedImage other) {
        int farthest = 0;
        for (int row = 0; row < PATCHES; row++) {
            for (int column = 0; column < PATCHES; column++) {
                farthest = Math.max(farthest, Math.abs(patch(picture, row, column) - patch(other, row, column)));
            }
        }
        return farthest;
    }

    private static int patch(BufferedImage image, int row, int column) {
        int width = image.getWidth() / PATCHES;
        int height = image.getHeight() / PATCHES;
        long sum = 0;
        for (int x = column * width; x < (column + 1) * width; x++) {
            for (int y = row * height; y < (row + 1) * height; y++) {
                sum += new Color(image.getRGB(x, y)).getGreen();
            }
        }
        return (int) (sum / Math.max(1, (long) width * height));
    }
}
