/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** A server that says what it was told to say, connection by connection, byte by byte. */
public final class ScriptedServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Behaviour behaviour;
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final String scheme;

    /** What happens on one connection. */
    @FunctionalInterface
    public interface Behaviour {
        /**
         * Serves one connection.
         *
         * @param number of the connection, from 1
         */
        void serve(int number, Talk talk) throws IOException;
    }

    /** One connection, seen by the server. */
    public static final class Talk {
        private final Socket socket;
        private final BufferedReader in;

        private Talk(Socket socket) throws IOException {
            this.socket = socket;
            this.in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        /** Reads one request without its body; null when the other side hung up. */
        public String request() throws IOException {
            StringBuilder head = new StringBuilder();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    return head.toString();
                }
                head.append(line).append('\n');
            }
            return null;
        }

        /** Reads so many characters of a body. */
        public String body(int length) throws IOException {
            char[] text = new char[length];
            int have = 0;
            while (have < length) {
                have += in.read(text, have, length - have);
            }
            return new String(text);
        }

        /** Says these bytes. */
        public void say(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        /** A whole answer. */
        public void answer(int status, String headers, String body) throws IOException {
            say(
                    "HTTP/1.1 "
                            + status
                            + " Some words\r\nContent-Length: "
                            + body.getBytes(StandardCharsets.UTF_8).length
                            + "\r\n"
                            + headers
                            + "\r\n"
                            + body);
        }
    }

    private ScriptedServer(ServerSocketFactory sockets, String scheme, Behaviour behaviour)
            throws IOException {
        this.listener = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.scheme = scheme;
        this.behaviour = behaviour;
    }

    /** A plain server. */
    public static ScriptedServer start(Behaviour behaviour) throws IOException {
        return start(ServerSocketFactory.getDefault(), "http", behaviour);
    }

    static ScriptedServer start(ServerSocketFactory sockets, String scheme, Behaviour behaviour)
            throws IOException {
        ScriptedServer server = new ScriptedServer(sockets, scheme, behaviour);
        Thread thread = new Thread(server::listen, "scripted-server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    /** Address without a path. */
    public URI address() {
        return URI.create(scheme + "://localhost:" + listener.getLocalPort());
    }

    /** Connections so far. */
    public int connections() {
        return clients.size();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                clients.add(client);
                int number = clients.size();
                Thread thread = new Thread(() -> serve(number, client), "scripted-" + number);
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(int number, Socket client) {
        try (client) {
            behaviour.serve(number, new Talk(client));
        } catch (IOException gone) {
            clients.remove(client);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket client : clients) {
            client.close();
        }
    }
}
