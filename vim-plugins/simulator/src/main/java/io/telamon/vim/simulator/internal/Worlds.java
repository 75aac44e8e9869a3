/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.simkit.Answer;
import io.telamon.simkit.CallFailed;
import io.telamon.simkit.Cloud;
import io.telamon.simkit.HttpWorld;
import io.telamon.simkit.LocalWorld;
import io.telamon.simkit.Request;
import io.telamon.simkit.WorldClient;
import io.telamon.vim.spi.VimConnection;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Finds the way to the world that an endpoint names; nothing is touched before the first call. */
final class Worlds {
    private static final String EMBEDDED = "embedded:";
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private Worlds() {}

    static WorldClient reach(
            VimConnection connection, AccountSettings settings, EmbeddedClouds clouds) {
        String endpoint = connection.endpoint().strip();
        if (endpoint.startsWith(EMBEDDED)) {
            String name = endpoint.substring(EMBEDDED.length());
            return name.matches(NAME)
                    ? new Lazy(connection, settings, clouds, name)
                    : wrong(endpoint);
        }
        return remote(connection, settings, endpoint);
    }

    private static WorldClient remote(
            VimConnection connection, AccountSettings settings, String endpoint) {
        try {
            URI uri = new URI(endpoint);
            if (!"http".equals(uri.getScheme()) || uri.getHost() == null) {
                return wrong(endpoint);
            }
            String path = uri.getRawPath().replaceAll("/+$", "");
            String world = settings.text("world", connection.account().value());
            URI base =
                    new URI(
                            "http://"
                                    + uri.getHost()
                                    + ":"
                                    + (uri.getPort() < 0 ? 80 : uri.getPort())
                                    + (path.isEmpty() ? "/w/" + encode(world) : path));
            return new HttpWorld(base, connection.secret(), connection.callTimeout());
        } catch (URISyntaxException e) {
            return wrong(endpoint);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static WorldClient wrong(String endpoint) {
        return new WorldClient() {
            @Override
            public Answer send(Request request) {
                throw new TelamonException(
                        ErrorCode.VIM_REJECTED,
                        "The endpoint %s is neither http://host:port/w/<name> nor embedded:<name>",
                        endpoint);
            }

            @Override
            public void close() {
                // nothing was opened
            }
        };
    }

    /** An embedded world; started and set up at the first call. */
    private static final class Lazy implements WorldClient {
        private final VimConnection connection;
        private final AccountSettings settings;
        private final EmbeddedClouds clouds;
        private final String name;
        private LocalWorld local; // guarded by this
        private boolean closed; // guarded by this

        Lazy(
                VimConnection connection,
                AccountSettings settings,
                EmbeddedClouds clouds,
                String name) {
            this.connection = connection;
            this.settings = settings;
            this.clouds = clouds;
            this.name = name;
        }

        @Override
        public Answer send(Request request) {
            return world().send(request);
        }

        private synchronized LocalWorld world() {
            if (closed) {
                throw new CallFailed(CallFailed.Kind.REFUSED, "the session is closed", null);
            }
            if (local == null) {
                local = start();
            }
            return local;
        }

        private LocalWorld start() {
            try {
                Cloud cloud = clouds.cloud(name);
                cloud.world(name).configure(settings.patch());
                return new LocalWorld(cloud, name, connection.secret(), connection.callTimeout());
            } catch (UncheckedIOException | IllegalStateException e) {
                throw new CallFailed(CallFailed.Kind.REFUSED, e.getMessage(), e);
            }
        }

        @Override
        public synchronized void close() {
            closed = true;
            if (local != null) {
                local.close();
            }
        }
    }
}
