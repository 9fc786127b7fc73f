package io.halfminute.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A cable between a client and a TCP server on loopback, which can be cut, go silent, or be slow. */
final class Wire implements AutoCloseable {

    private static final int PIECE = 8_192;
    private static final long LOOK_MS = 20;

    private enum Mode {
        OPEN, CUT, SILENT, SLOW
    }

    private final ServerSocket entrance;
    private final int target;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile Mode mode = Mode.OPEN;
    private volatile long delayMs;
    private volatile String word = "";
    private volatile long saidNanos = System.nanoTime();
    private volatile boolean closed;

    /** A cable to this port, open. */
    Wire(int target) {
        this.target = target;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Where the client connects. */
    int port() {
        return entrance.getLocalPort();
    }

    /** Ends every connection, and each new one at once. */
    void cut() {
        mode = Mode.CUT;
        closeEnds();
    }

    /** Connections stand, and nothing comes through; what is sent arrives once it is open again. */
    void silence() {
        mode = Mode.SILENT;
    }

    /** Each piece of what is sent arrives so much later, and the next one only after it. */
    void slow(long ms) {
        delayMs = ms;
        mode = Mode.SLOW;
    }

    /** As it was. */
    void open() {
        mode = Mode.OPEN;
    }

    /** From now on {@link #lastSaidNanos} tells when the client has last sent this, on one of its lines. */
    void listenFor(String client) {
        word = client;
    }

    /** On the clock of {@link System#nanoTime}; when this was made, if it was never sent. */
    long lastSaidNanos() {
        return saidNanos;
    }

    private void accept() {
        while (!closed) {
            try {
                Socket client = entrance.accept();
                if (mode == Mode.CUT) {
                    client.close();
                } else {
                    join(client);
                }
            } catch (IOException closedOrRefused) {
                // The next one may do better; once the entrance is closed the loop ends.
            }
        }
    }

    private void join(Socket client) throws IOException {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            ends.add(client);
            ends.add(server);
            // Cut just before they were among the ends, they would have been forgotten.
            if (mode == Mode.CUT) {
                closeEnds();
            }
            Thread.ofVirtual().start(() -> carry(client, server, this::listen));
            Thread.ofVirtual().start(() -> carry(server, client, said -> { }));
        } catch (IOException refused) {
            client.close();
            throw refused;
        }
    }

    private void listen(String said) {
        if (!word.isEmpty() && said.contains(word)) {
            saidNanos = System.nanoTime();
        }
    }

    private void carry(Socket from, Socket to, Consumer<String> listener) {
        byte[] piece = new byte[PIECE];
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            for (int size = in.read(piece); size >= 0; size = in.read(piece)) {
                hold(from);
                listener.accept(new String(piece, 0, size, StandardCharsets.ISO_8859_1));
                out.write(piece, 0, size);
            }
        } catch (IOException cut) {
            // Both ends are closed now, which is what the other side is to see.
        } finally {
            ends.remove(from);
            ends.remove(to);
        }
    }

    private void hold(Socket from) {
        if (mode == Mode.SLOW) {
            Wait.pause(delayMs);
        }
        while (mode == Mode.SILENT && !from.isClosed()) {
            Wait.pause(LOOK_MS);
        }
    }

    private void closeEnds() {
        for (Socket end : ends) {
            try {
                end.close();
            } catch (IOException alreadyGone) {
                // Cut is what it should be.
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        cut();
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
