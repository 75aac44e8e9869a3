/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal.key;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.security.api.Sealer;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Seals with the master key of this node. A node whose key is not the one this database was first
 * opened with gets no sealer, and with it no sign-in and no accounts: it never becomes ready.
 */
@Component(service = Sealer.class)
public final class NodeSealer implements Sealer {
    static final String CHECK = "security.master-key-check";
    private static final String CHECK_TEXT = "telamon";

    private final Envelope envelope;

    /** Finds the key and compares it with the database. */
    @Activate
    public NodeSealer(@Reference Store store) {
        this(store, System.getenv(), SecretFiles.keysFolder());
    }

    NodeSealer(Store store, Map<String, String> environment, Path keys) {
        Optional<String> check = store.read(work -> work.settings().get(CHECK));
        if (check.isPresent()) {
            refuseToMakeAnotherKey(environment, keys);
        }
        this.envelope = new Envelope(MasterKey.load(environment, keys));
        String stored = check.orElseGet(() -> store.write(this::leaveCheck));
        if (!opens(stored)) {
            throw new TelamonException(
                    ErrorCode.UNAVAILABLE,
                    "The master key of this node (%s) is not the one this database was sealed with:"
                            + " put the right key into %s, or name it with %s",
                    envelope.keyId(),
                    keys.resolve(MasterKey.FILE_NAME),
                    MasterKey.FILE_VARIABLE);
        }
    }

    @Override
    public String seal(String secret, String context) {
        return envelope.seal(secret, context);
    }

    @Override
    public String unseal(String sealed, String context) {
        return envelope.unseal(sealed, context);
    }

    /** Another node may have been faster: its check counts. */
    private String leaveCheck(UnitOfWork work) {
        Optional<String> other = work.settings().get(CHECK);
        if (other.isPresent()) {
            return other.get();
        }
        String mine = envelope.seal(CHECK_TEXT, CHECK);
        work.settings().put(CHECK, mine);
        return mine;
    }

    private boolean opens(String stored) {
        try {
            return envelope.unseal(stored, CHECK).equals(CHECK_TEXT);
        } catch (TelamonException otherKey) {
            return false;
        }
    }

    private static void refuseToMakeAnotherKey(Map<String, String> environment, Path keys) {
        boolean named =
                environment.containsKey(MasterKey.FILE_VARIABLE)
                        || environment.containsKey(MasterKey.VARIABLE);
        if (!named && !keys.resolve(MasterKey.FILE_NAME).toFile().exists()) {
            throw new TelamonException(
                    ErrorCode.UNAVAILABLE,
                    "This database was sealed with a master key, but %s is missing: restore it, or"
                            + " name the key with %s",
                    keys.resolve(MasterKey.FILE_NAME),
                    MasterKey.FILE_VARIABLE);
        }
    }
}
