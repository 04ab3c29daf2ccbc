package io.rampline.desk.http;

import java.io.IOException;
import java.io.InputStream;

/** A request as the web server hands it over; texts are as they were sent, not yet decoded. */
interface Incoming {
    String method();

    String rawPath();

    /** Without the question mark; empty when there is none. */
    String rawQuery();

    /** The first value; empty text when the header is not there. */
    String header(Head head);

    /** Whether there is a body, known or not yet known in length. */
    boolean hasBody();

    /** Bytes of the body as it is announced; -1 when it is not. */
    int bodyLength();

    InputStream body() throws IOException;

    /** Address of the other side. */
    String peer();
}
