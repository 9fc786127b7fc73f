package io.halfminute.testing;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A caller's voice port. It tells sound from silence: RTP with A-law (payload type 8, ITU-T G.711), and it presses keys: telephone
 * events (RFC 4733), to where the voice comes from.
 */
public final class RtpEar implements AutoCloseable {

    private static final int HEADER = 12;
    private static final int LOUD = 200;
    /** As caller.xml offers it. */
    private static final int EVENT_PAYLOAD = 101;
    /** A key for a tenth of a second, told every 20 ms at 8,000 a second; its end is told three times (RFC 4733, 2.5.1.4). */
    private static final int STEP = 160;
    private static final int STEPS = 5;
    private static final int ENDS = 3;

    private final DatagramSocket socket;
    private final AtomicInteger packets = new AtomicInteger();
    private final AtomicInteger loud = new AtomicInteger();
    private volatile SocketAddress voice;
    private short sequence;
    private int pressed;

    private RtpEar(DatagramSocket socket) {
        this.socket = socket;
    }

    /** Listens at a free port of an address. */
    public static RtpEar at(String address) throws IOException {
        RtpEar ear = new RtpEar(new DatagramSocket(new InetSocketAddress(address, 0)));
        Thread.ofPlatform().daemon().name("rtp-ear").start(ear::listen);
        return ear;
    }

    /** Where to send to. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Packets so far. */
    public int packets() {
        return packets.get();
    }

    /** Packets so far with sound in them. */
    public int loudPackets() {
        return loud.get();
    }

    /** Counts from zero again. */
    public void forget() {
        packets.set(0);
        loud.set(0);
    }

    /** Presses a key, 0 to 9, once some voice has come. */
    public void press(int key) throws IOException {
        int timestamp = ++pressed * STEP * 100;
        for (int n = 1; n <= STEPS + ENDS; n++) {
            boolean end = n > STEPS;
            ByteBuffer packet = ByteBuffer.allocate(HEADER + 4).put((byte) 0x80)
                    .put((byte) (EVENT_PAYLOAD | (n == 1 ? 0x80 : 0))).putShort(sequence++).putInt(timestamp).putInt(4_711)
                    .put((byte) key).put((byte) ((end ? 0x80 : 0) | 10)).putShort((short) (STEP * Math.min(n, STEPS)));
            socket.send(new DatagramPacket(packet.array(), packet.capacity(), voice));
        }
    }

    private void listen() {
        DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
        while (!socket.isClosed()) {
            try {
                socket.receive(packet);
                voice = packet.getSocketAddress();
                packets.incrementAndGet();
                if (isLoud(packet)) {
                    loud.incrementAndGet();
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private static boolean isLoud(DatagramPacket packet) {
        long sum = 0;
        for (int n = HEADER; n < packet.getLength(); n++) {
            sum += Math.abs(linear(packet.getData()[n]));
        }
        return packet.getLength() > HEADER && sum / (packet.getLength() - HEADER) > LOUD;
    }

    /** One A-law sample as a 16-bit one. */
    private static int linear(byte alaw) {
        int value = (alaw ^ 0x55) & 0xFF;
        int exponent = (value & 0x70) >> 4;
        int mantissa = (value & 0x0F) << 4;
        int magnitude = exponent == 0 ? mantissa + 8 : (mantissa + 0x108) << (exponent - 1);
        return (value & 0x80) != 0 ? magnitude : -magnitude;
    }

    @Override
    public void close() {
        socket.close();
    }
}
