/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.app;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinService;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.NsInstanceId;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.NsChange;
import io.telamon.portal.fakes.FakeAccounts;
import io.telamon.portal.fakes.FakeNs;
import io.telamon.portal.fakes.FakeWorld;
import io.telamon.portal.fakes.FakesActivator;
import io.telamon.portal.internal.facade.ServiceSource;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.live.LiveHub;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** The portal without browser and container, on a fake world whose facades can be taken away. */
public final class Harness implements AutoCloseable {
    /** An operator of the fake world. */
    public static final Caller ADMIN =
            new Caller("admin", FakeWorld.TENANT, Set.of(Role.SYSTEM_ADMIN));

    private static final long PATIENCE_MILLIS = 10_000;
    private static final Routes ROUTES = new Routes().autoDiscoverViews("io.telamon.portal");

    /** What the pages show. */
    public final FakeWorld world = new FakeWorld();

    /** Instances of the world, without a page. */
    public final FakeNs ns = new FakeNs(world);

    private final Source source =
            new Source(new ConcurrentHashMap<>(FakesActivator.facades(world)));

    /** Clouds of the world, without a page. */
    public final FakeAccounts accounts = (FakeAccounts) source.facades.get(AccountFacade.class);

    /** Starts with nobody signed in. */
    public Harness() {
        MockVaadin.setup(ROUTES);
        VaadinService service = VaadinService.getCurrent();
        service.getContext().setAttribute(ServiceSource.class, source);
        new SessionGuard().install(service);
        LiveHub.install(service);
        UI.getCurrent().addBeforeEnterListener(SessionGuard::check);
    }

    /** Starts with this user signed in. */
    public static Harness as(String user) {
        Harness harness = new Harness();
        SignedIn.signIn(user, "secret".toCharArray());
        return harness;
    }

    /** Goes to an address. */
    public void open(String address) {

        UI.getCurrent().navigate(address);
        settle();
    }

    /** Lets the browser fetch what the server did meanwhile. */
    public void settle() {
        MockVaadin.clientRoundtrip();
    }

    /** Waits for something that happens on another thread. */
    public void await(String what, BooleanSupplier condition) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.getAsBoolean()) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("This did not happen: " + what);
            }
            MockVaadin.clientRoundtrip();
            Thread.onSpinWait();
        }
    }

    /** Makes a service and starts it. */
    public NsInstanceId start(String name) {
        NsInstanceId id =
                ns.create(ADMIN, name, "", world.packageOf("two-tier").id()).instance().id();
        ns.change(ADMIN, id, new NsChange.Instantiate(Map.of(), Map.of(), "report"));
        return id;
    }

    /** Makes a service that runs. */
    public NsInstanceId running(String name) {
        NsInstanceId id = start(name);
        finish();
        return id;
    }

    /** Lets all operations go as far as they can. */
    public void finish() {
        for (int i = 0; i < 40; i++) {
            world.step();
        }
    }

    /** Takes a facade away. */
    public Object take(Class<?> type) {
        return source.facades.remove(type);
    }

    /** Puts a facade back. */
    public void give(Class<?> type, Object facade) {
        source.facades.put(type, facade);
    }

    @Override
    public void close() {
        MockVaadin.tearDown();
    }

    private record Source(Map<Class<?>, Object> facades) implements ServiceSource {
        @Override
        public <S, R> R call(Class<S> type, Function<S, R> use) {
            Object facade = facades.get(type);
            if (facade == null) {
                throw new TelamonException(
                        ErrorCode.UNAVAILABLE, "%s is away", type.getSimpleName());
            }
            return use.apply(type.cast(facade));
        }

        @Override
        public long identity(Class<?> type) {
            Object facade = facades.get(type);
            return facade == null ? -1 : System.identityHashCode(facade);
        }
    }
}
