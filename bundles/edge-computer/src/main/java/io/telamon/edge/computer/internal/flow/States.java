/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.flow;

import com.google.protobuf.ByteString;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.State;
import io.telamon.edge.rpc.StateResponse;
import io.telamon.edge.spi.FunctionException;
import io.telamon.edge.spi.FunctionException.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Brings the states of a request to its function and back. A state that is inline stays inline. One
 * that is on another state server is copied to ours, and the answer says that it is here now; the
 * old copy is left to expire, as another branch of the same graph may still need it.
 */
public final class States {
    private final Peers peers;
    private final Optional<EndPoint> home;
    private final Optional<StateStore> store;

    /**
     * States of a computer.
     *
     * @param home our state server, ours or one beside us; empty: states stay where they are
     * @param store its content when it is ours
     */
    public States(Peers peers, Optional<EndPoint> home, Optional<StateStore> store) {
        this.peers = peers;
        this.home = home;
        this.store = store;
    }

    /** The contents that a function depends on; fails when one is not to be had. */
    public CompletableFuture<Map<String, ByteString>> fetch(LambdaRequest request, String name) {
        Map<String, ByteString> contents = new ConcurrentHashMap<>();
        CompletableFuture<?>[] reads =
                request.getStatesMap().entrySet().stream()
                        .filter(state -> needed(request, state.getKey(), state.getValue(), name))
                        .map(
                                state ->
                                        read(state.getKey(), state.getValue())
                                                .thenAccept(c -> contents.put(state.getKey(), c)))
                        .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(reads).thenApply(done -> contents);
    }

    /**
     * Puts the contents back after the function and tells where all states of the request are.
     *
     * @param fetched what the function got
     * @param changed what it gave; names that the request does not have are dropped
     */
    public CompletableFuture<Map<String, State>> keep(
            LambdaRequest request,
            Map<String, ByteString> fetched,
            Map<String, ByteString> changed) {
        Map<String, State> after = new ConcurrentHashMap<>(request.getStatesMap());
        CompletableFuture<?>[] writes =
                fetched.keySet().stream()
                        .map(
                                name -> {
                                    State before = request.getStatesMap().get(name);
                                    Optional<ByteString> change =
                                            Optional.ofNullable(changed.get(name));
                                    ByteString content = change.orElse(fetched.get(name));
                                    boolean same = change.isEmpty();
                                    return write(
                                                    new Kept(name, request.getUuid(), before),
                                                    content,
                                                    same)
                                            .thenAccept(state -> after.put(name, state));
                                })
                        .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(writes).thenApply(done -> new HashMap<>(after));
    }

    private static boolean needed(
            LambdaRequest request, String name, State state, String function) {
        boolean inline = state.getLocation().isEmpty();
        if (!request.containsDependencies(name)) {
            return inline;
        }
        List<String> functions = request.getDependenciesMap().get(name).getFunctionsList();
        return functions.contains(function);
    }

    private CompletableFuture<ByteString> read(String name, State state) {
        String location = state.getLocation();
        if (location.isEmpty()) {
            return CompletableFuture.completedFuture(state.getContent());
        }
        String key = state.getName().isEmpty() ? name : state.getName();
        if (store.isPresent() && isHome(location)) {
            return store.get()
                    .get(key)
                    .map(CompletableFuture::completedFuture)
                    .orElseGet(() -> CompletableFuture.failedFuture(missing(key, location, "")));
        }
        return peers.get(location, key)
                .handle(
                        (response, error) -> {
                            if (error != null || !response.getRetcode().equals("OK")) {
                                String why = error != null ? error.toString() : "";
                                throw new CompletionException(missing(key, location, why));
                            }
                            return response.getState().getContent();
                        });
    }

    private CompletableFuture<State> write(Kept kept, ByteString content, boolean same) {
        State before = kept.before();
        if (before.getLocation().isEmpty()) {
            return CompletableFuture.completedFuture(
                    before.toBuilder().setContent(content).build());
        }
        boolean moves = home.isPresent() && !isHome(before.getLocation());
        if (!moves && same) {
            return CompletableFuture.completedFuture(before);
        }
        if (!moves) {
            return put(before.getLocation(), kept.key(), content).thenApply(done -> before);
        }
        String here = home.get().toString();
        // whoever goes by the bare name, as serverlessonedge does, finds the newest one
        return put(here, kept.name(), content)
                .thenCompose(done -> put(here, kept.ownKey(), content))
                .thenApply(
                        done ->
                                State.newBuilder()
                                        .setName(kept.ownKey())
                                        .setLocation(here)
                                        .build());
    }

    /** A state of a request and the names it has on state servers. */
    private record Kept(String name, String uuid, State before) {
        String key() {
            return before.getName().isEmpty() ? name : before.getName();
        }

        /** Of this request only, so that requests of others with the same name do no harm. */
        String ownKey() {
            return uuid.isEmpty() ? name : name + "#" + uuid;
        }
    }

    private CompletableFuture<?> put(String location, String key, ByteString content) {
        if (store.isPresent() && isHome(location)) {
            try {
                store.get().put(key, content);
                return CompletableFuture.completedFuture(null);
            } catch (StateStore.FullException e) {
                return CompletableFuture.failedFuture(
                        new FunctionException(Reason.NO_STATE, e.getMessage(), e));
            }
        }
        State state = State.newBuilder().setName(key).setContent(content).build();
        return peers.put(location, state).handle(States::written);
    }

    private static StateResponse written(StateResponse response, Throwable error) {
        if (error != null || !response.getRetcode().equals("OK")) {
            String why = error != null ? error.toString() : response.getRetcode();
            throw new CompletionException(
                    new FunctionException(Reason.NO_STATE, "State not written: " + why, error));
        }
        return response;
    }

    private boolean isHome(String location) {
        return home.isPresent() && home.get().toString().equals(location);
    }

    private static FunctionException missing(String key, String location, String why) {
        return new FunctionException(
                Reason.NO_STATE,
                "could not find state in "
                        + location
                        + ": "
                        + key
                        + (why.isEmpty() ? "" : ", " + why));
    }
}
