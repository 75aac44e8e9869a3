/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.port;

import io.telamon.catalog.api.Catalog;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.SdnAccountId;
import io.telamon.model.VimAccountId;
import io.telamon.model.instance.Account;
import io.telamon.model.resource.ArtifactRef;
import io.telamon.ro.internal.RoConfig;
import io.telamon.sdn.spi.SdnConnection;
import io.telamon.sdn.spi.VimAccess;
import io.telamon.security.api.Sealer;
import io.telamon.store.api.Store;
import io.telamon.vim.spi.ArtifactSource;
import io.telamon.vim.spi.VimConnection;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Open ports by lane: opened at first use, closed when the account changes, its plug-in leaves or
 * the RO stops. Thread-safe.
 */
@Component(service = Ports.class, configurationPid = RoConfig.PID)
public final class Ports implements AutoCloseable, Plugins.PluginListener {
    private static final Logger LOG = LoggerFactory.getLogger(Ports.class);

    private final Store store;
    private final Sealer sealer;
    private final Plugins plugins;
    private final Duration callTimeout;
    private final Map<LaneId, Open> open = new ConcurrentHashMap<>();

    /** Absent while the catalog is being replaced; images cannot be uploaded then. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Catalog catalog;

    private record Open(String type, Port port, LaneId vim) {}

    /** Wires the component. */
    @Activate
    public Ports(
            @Reference Store store,
            @Reference Sealer sealer,
            @Reference Plugins plugins,
            RoConfig config) {
        this.store = store;
        this.sealer = sealer;
        this.plugins = plugins;
        this.callTimeout = Duration.ofMillis(config.callTimeoutMillis());
        plugins.listen(this);
    }

    /**
     * The port of a lane.
     *
     * @throws TelamonException UNAVAILABLE while its plug-in is absent, NOT_FOUND when the account
     *     is gone
     */
    public Port of(LaneId lane) {
        Open known = open.get(lane);
        return known != null ? known.port() : open.computeIfAbsent(lane, this::open).port();
    }

    /**
     * A port for one test of a connection, apart from those in use; the caller closes it. It cannot
     * stream files of packages.
     *
     * @param credentials what opens it
     * @param longest deadline of each call, unless the usual one is shorter
     */
    public Port trial(Account account, Credentials credentials, Duration longest) {
        Duration deadline = longest.compareTo(callTimeout) < 0 ? longest : callTimeout;
        return port(account, credentials, deadline, Ports::noArtifact);
    }

    /** What opens a stored account. */
    public Credentials credentials(Account account) {
        return credentials(account, secret(account));
    }

    /**
     * What opens an account with this credential.
     *
     * @throws TelamonException NOT_FOUND when the VIM account it rides on is gone
     */
    public Credentials credentials(Account account, String secret) {
        return new Credentials(
                secret,
                vim(account).map(this::stored).map(this::access).orElseGet(VimAccess::none));
    }

    private static Optional<LaneId> vim(Account account) {
        return account.vimAccount().map(id -> new LaneId(LaneKind.VIM, id));
    }

    private VimAccess access(Account vim) {
        return new VimAccess(
                new VimAccountId(vim.lane().id()), vim.endpoint(), vim.settings(), secret(vim));
    }

    private String secret(Account account) {
        return account.sealedSecret().isEmpty()
                ? ""
                : sealer.unseal(account.sealedSecret(), account.lane().toString());
    }

    /** Forgets the port of a lane and those that ride on it, because its account changed. */
    public void forget(LaneId lane) {
        open.forEach(
                (rider, known) -> {
                    if (lane.equals(known.vim())) {
                        forget(rider);
                    }
                });
        Open gone = open.remove(lane);
        if (gone != null) {
            close(gone);
        }
    }

    @Override
    public void changed(LaneKind kind, String type, boolean present) {
        open.forEach(
                (lane, known) -> {
                    if (lane.kind() == kind && known.type().equals(type)) {
                        forget(lane);
                    }
                });
    }

    @Deactivate
    @Override
    public void close() {
        plugins.unlisten(this);
        open.keySet().forEach(this::forget);
    }

    private Open open(LaneId lane) {
        Account account = stored(lane);
        Port port = port(account, credentials(account), callTimeout, this::artifact);
        return new Open(account.type(), port, vim(account).orElse(null));
    }

    private Account stored(LaneId lane) {
        return store.read(work -> work.accounts().find(lane))
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.NOT_FOUND, "Account %s is gone", lane));
    }

    private Port port(
            Account account, Credentials credentials, Duration deadline, ArtifactSource artifacts) {
        return account.lane().kind() == LaneKind.VIM
                ? new VimPort(
                        plugins.vim(account.type())
                                .orElseThrow(() -> absent(account))
                                .open(
                                        new VimConnection(
                                                new VimAccountId(account.lane().id()),
                                                account.endpoint(),
                                                account.settings(),
                                                credentials.secret(),
                                                deadline,
                                                artifacts)))
                : new SdnPort(
                        plugins.sdn(account.type())
                                .orElseThrow(() -> absent(account))
                                .open(
                                        new SdnConnection(
                                                new SdnAccountId(account.lane().id()),
                                                account.endpoint(),
                                                account.settings(),
                                                credentials.secret(),
                                                deadline,
                                                credentials.vim())));
    }

    private InputStream artifact(ArtifactRef artifact) throws IOException {
        Catalog present = catalog;
        if (present == null) {
            throw new IOException(
                    "The catalog is being replaced; " + artifact.path() + " comes later");
        }
        return present.open(artifact);
    }

    private static InputStream noArtifact(ArtifactRef artifact) throws IOException {
        throw new IOException("A test of a connection streams no files: " + artifact.path());
    }

    private static TelamonException absent(Account account) {
        return new TelamonException(
                ErrorCode.UNAVAILABLE,
                "No plug-in of type %s for account %s; drop its bundle into deploy/",
                account.type(),
                account.name());
    }

    private static void close(Open gone) {
        try {
            gone.port().close();
        } catch (RuntimeException failed) {
            LOG.warn(
                    "A session of type {} did not close cleanly: {}",
                    gone.type(),
                    failed.toString());
        }
    }
}
