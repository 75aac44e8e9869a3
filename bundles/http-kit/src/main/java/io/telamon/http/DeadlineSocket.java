/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * A socket whose connecting, reading and writing end at one point in time or when the thread is
 * interrupted, however slowly the other side drips. A plain socket bounds each read only, and no
 * write at all. TLS is laid over it like over any other socket. One thread uses it at a time.
 */
final class DeadlineSocket extends Socket {
    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private volatile long end;

    private DeadlineSocket(SocketChannel channel, Selector selector, SelectionKey key)
            throws SocketException {
        super((SocketImpl) null);
        this.channel = channel;
        this.selector = selector;
        this.key = key;
    }

    static DeadlineSocket create() throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.socket().setTcpNoDelay(true);
            Selector selector = Selector.open();
            return new DeadlineSocket(channel, selector, channel.register(selector, 0));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Everything from now on ends after this time. */
    void within(Duration time) {
        end = System.nanoTime() + time.toNanos();
    }

    void connect(InetSocketAddress address) throws IOException {
        boolean done = channel.connect(address);
        while (!done) {
            await(SelectionKey.OP_CONNECT);
            done = channel.finishConnect();
        }
    }

    /** True when the other side has neither hung up nor said anything since the last answer. */
    boolean isQuiet() {
        try {
            return channel.read(ByteBuffer.allocate(1)) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void await(int operation) throws IOException {
        try {
            key.interestOps(operation);
            while (selector.selectNow() == 0) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new SocketTimeoutException("the deadline passed");
                }
                selector.select(left / 1_000_000 + 1);
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("interrupted");
                }
                if (!selector.selectedKeys().isEmpty()) {
                    break;
                }
            }
            selector.selectedKeys().clear();
        } catch (ClosedSelectorException | CancelledKeyException e) {
            throw (IOException) new ClosedChannelException().initCause(e);
        }
    }

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                ByteBuffer buffer = ByteBuffer.wrap(target, offset, length);
                int read = channel.read(buffer);
                while (read == 0) {
                    await(SelectionKey.OP_READ);
                    read = channel.read(buffer);
                }
                return read;
            }
        };
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] source, int offset, int length) throws IOException {
                ByteBuffer buffer = ByteBuffer.wrap(source, offset, length);
                while (buffer.hasRemaining()) {
                    if (channel.write(buffer) == 0) {
                        await(SelectionKey.OP_WRITE);
                    }
                }
            }
        };
    }

    @Override
    public boolean isConnected() {
        return channel.isConnected();
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public int getSoLinger() {
        return -1;
    }

    @Override
    public void setSoTimeout(int millis) {
        // the deadline is the only time-out
    }

    @Override
    public synchronized void close() throws IOException {
        selector.close();
        channel.close();
    }
}
