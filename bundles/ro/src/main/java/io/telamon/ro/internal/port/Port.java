/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.port;

import io.telamon.model.account.CheckStep;
import io.telamon.model.instance.Inventory;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.vim.spi.Observation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One partner in use, whatever its SPI: the worker and the janitor speak to VIMs and SDN
 * controllers through this, so that they have no branch per kind. Thread-safe; calls block within
 * their deadline.
 */
public interface Port extends AutoCloseable {
    /** How a thing of this kind is found again. */
    Identity identity(ResourceSpec spec);

    /** Makes the thing; answers the present one when the kind can tell. */
    Observation create(ResourceSpec spec, RequestToken token);

    /** The same when nothing was ever sent with this token. */
    default Observation createFirst(ResourceSpec spec, RequestToken token) {
        return create(spec, token);
    }

    /** Did the create with this token arrive? */
    Optional<Observation> find(ResourceSpec spec, RequestToken token);

    /** The thing as it is now. */
    Observation observe(ResourceSpec spec, Handle handle);

    /** Changes it in place. */
    Observation update(Handle handle, ResourceSpec from, ResourceSpec to);

    /** Acts on it. */
    Observation act(ResourceSpec spec, Handle handle, String action, Map<String, String> arguments);

    /** False for a thing that was there before us and stays when its record goes. */
    default boolean owns(ResourceSpec spec, Handle handle) {
        return true;
    }

    /** Removes it; what is gone stays gone. */
    void delete(ResourceSpec spec, Handle handle);

    /** Removes what a record says, with what was made beside it; what is gone stays gone. */
    default void delete(Resource thing, Handle handle) {
        delete(thing.spec(), handle);
    }

    /** Everything of one kind of spec that carries a token of ours. */
    List<Observation> list(Class<? extends ResourceSpec> kind);

    /** Kinds of spec this partner can make. */
    List<Class<? extends ResourceSpec>> kinds();

    /** One cheap call; why it failed, or empty. Never throws. */
    Optional<String> probe();

    /**
     * Tests the connection step by step, for people; a few calls, each within its deadline.
     *
     * @param seen hears of each step in turn, on the calling thread
     */
    void check(Consumer<CheckStep> seen);

    /** What the partner can give; empty for partners without an inventory. */
    Optional<Inventory> inventory();

    @Override
    void close();
}
