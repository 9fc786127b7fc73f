package io.halfminute.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {

    private ServerSocket server;
    private Wire wire;
    private Socket client;
    private Socket accepted;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        wire = new Wire(server.getLocalPort());
        client = new Socket(InetAddress.getLoopbackAddress(), wire.port());
        client.setSoTimeout(500);
        accepted = server.accept();
    }

    @AfterEach
    void disconnect() throws IOException {
        wire.close();
        client.close();
        accepted.close();
        server.close();
    }

    private int heard() throws IOException {
        return client.getInputStream().read();
    }

    @Test
    void anOpenWireCarries() throws IOException {
        accepted.getOutputStream().write(7);
        assertEquals(7, heard());
    }

    @Test
    void aSilentWireCarriesNothingUntilItIsOpenAgain() throws IOException {
        wire.silence();
        accepted.getOutputStream().write(7);
        assertThrows(SocketTimeoutException.class, this::heard);
        wire.open();
        assertEquals(7, heard());
    }

    @Test
    void aCutWireEndsWhatWasConnectedAndWhatConnects() throws IOException {
        wire.cut();
        assertTrue(isOver(client));
        try (Socket late = new Socket(InetAddress.getLoopbackAddress(), wire.port())) {
            late.setSoTimeout(5_000);
            assertTrue(isOver(late));
        }
    }

    private static boolean isOver(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void whatTheClientSaysIsNoticedOnceItIsListenedFor() throws IOException {
        long before = wire.lastSaidNanos();
        client.getOutputStream().write("action: Ping\r\n".getBytes());
        accepted.getInputStream().readNBytes(14);
        assertEquals(before, wire.lastSaidNanos(), "nobody has listened yet");

        wire.listenFor("action: Redirect");
        client.getOutputStream().write("action: Redirect\r\n".getBytes());
        accepted.getInputStream().readNBytes(18);

        assertTrue(wire.lastSaidNanos() > before);
    }
}
