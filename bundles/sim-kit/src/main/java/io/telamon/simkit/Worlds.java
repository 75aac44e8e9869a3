/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Finds the way to the world that an endpoint names; nothing is touched before the first call. */
public final class Worlds {
    private static final String EMBEDDED = "embedded:";
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private final EmbeddedClouds clouds;

    /** Ways to worlds, some of which may be embedded here. */
    public Worlds(EmbeddedClouds clouds) {
        this.clouds = clouds;
    }

    /**
     * The way to one world; a wrong endpoint shows at the first call.
     *
     * @param target where and how
     * @param patch settings laid over those of an embedded world
     */
    public WorldClient reach(Target target, JsonNode patch) {
        String endpoint = target.endpoint().strip();
        if (endpoint.startsWith(EMBEDDED)) {
            String name = endpoint.substring(EMBEDDED.length());
            return name.matches(NAME) ? new Lazy(target, name, patch) : new Wrong(endpoint);
        }
        return remote(target, endpoint);
    }

    private static WorldClient remote(Target target, String endpoint) {
        try {
            URI uri = new URI(endpoint);
            if (!"http".equals(uri.getScheme()) || uri.getHost() == null) {
                return new Wrong(endpoint);
            }
            String path = uri.getRawPath().replaceAll("/+$", "");
            String named =
                    path.isEmpty()
                            ? "/w/" + URLEncoder.encode(target.world(), StandardCharsets.UTF_8)
                            : path;
            int port = uri.getPort() < 0 ? 80 : uri.getPort();
            URI base = new URI("http://" + uri.getHost() + ":" + port + named);
            return new HttpWorld(base, target.secret(), target.timeout());
        } catch (URISyntaxException e) {
            return new Wrong(endpoint);
        }
    }

    /**
     * Where a world is.
     *
     * @param endpoint {@code http://host:port/w/name}, {@code http://host:port} or {@code
     *     embedded:name}
     * @param world name when the endpoint has no path
     * @param secret credential, empty for none
     * @param timeout deadline of each call
     */
    public record Target(String endpoint, String world, String secret, Duration timeout) {
        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Target[" + endpoint + "]";
        }
    }

    /** Nowhere. */
    private record Wrong(String endpoint) implements WorldClient {
        @Override
        public Answer send(Request request) {
            String text = endpoint + " is neither http://host:port/w/<name> nor embedded:<name>";
            throw new CallFailed(CallFailed.Kind.ENDPOINT, text, null);
        }

        @Override
        public void close() {
            // nothing was opened
        }
    }

    /** An embedded world; started and set up at the first call. */
    private final class Lazy implements WorldClient {
        private final Target target;
        private final String name;
        private final JsonNode patch;
        private LocalWorld local; // guarded by this
        private boolean closed; // guarded by this

        Lazy(Target target, String name, JsonNode patch) {
            this.target = target;
            this.name = name;
            this.patch = patch;
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
                if (!patch.isEmpty()) {
                    cloud.world(name).configure(patch);
                }
                return new LocalWorld(cloud, name, target.secret(), target.timeout());
            } catch (UncheckedIOException | IllegalStateException | Refusal e) {
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
