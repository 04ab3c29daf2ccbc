package io.rampline.desk.scenario;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipException;

/**
 * Looks out for the record that every whole zip file ends with. Who reads entry by entry takes a file that was cut
 * between two of them for one with fewer.
 */
final class WholeZip extends FilterInputStream {
    private static final int END_OF_DIRECTORY = 0x504B_0506;

    private int last;
    private boolean ended;

    WholeZip(InputStream from) {
        super(from);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            look((byte) read);
        }
        return read;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int read = super.read(to, offset, length);
        for (int i = 0; i < read; i++) {
            look(to[offset + i]);
        }
        return read;
    }

    private void look(byte next) {
        last = last << 8 | (next & 0xFF);
        ended |= last == END_OF_DIRECTORY;
    }

    /**
     * Reads to the end.
     *
     * @throws ZipException when the record was not there
     */
    void expectEnd() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        if (!ended) {
            throw new ZipException("it ends before its list of files");
        }
    }
}
