/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.fakes;

import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.EdgeFacade;
import io.telamon.northbound.api.EventFeed;
import io.telamon.northbound.api.InterconnectFacade;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.OperationFacade;
import io.telamon.northbound.api.RoFacade;
import io.telamon.northbound.api.TenantFacade;
import io.telamon.northbound.api.UserFacade;
import io.telamon.security.api.Authenticator;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Puts the fake world into a container, for trying pages; never shipped. */
public final class FakesActivator implements BundleActivator {
    private final Timer timer = new Timer("fake-world", true);

    /** All facades of a world, by type. */
    public static Map<Class<?>, Object> facades(FakeWorld world) {
        FakeAccounts accounts = new FakeAccounts(world);
        return Map.ofEntries(
                Map.entry(NsFacade.class, new FakeNs(world)),
                Map.entry(OperationFacade.class, new FakeOperations(world)),
                Map.entry(CatalogFacade.class, new FakeCatalog(world)),
                Map.entry(EdgeFacade.class, new FakeEdge()),
                Map.entry(EventFeed.class, new FakeFeed(world)),
                Map.entry(Authenticator.class, new FakePeople()),
                Map.entry(UserFacade.class, FakePeople.users()),
                Map.entry(
                        TenantFacade.class,
                        FakePeople.proxy(TenantFacade.class, caller -> List.of())),
                Map.entry(InterconnectFacade.class, new FakeInterconnects()),
                Map.entry(AccountFacade.class, accounts),
                Map.entry(RoFacade.class, accounts));
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public void start(BundleContext context) {
        FakeWorld world = new FakeWorld();
        world.faults.add("vnf/1/vdu/web/3"); // the second scaling fails once
        facades(world)
                .forEach((type, facade) -> context.registerService((Class) type, facade, null));
        TimerTask step =
                new TimerTask() {
                    @Override
                    public void run() {
                        world.step();
                    }
                };
        timer.schedule(step, 700, 700);
    }

    @Override
    public void stop(BundleContext context) {
        timer.cancel();
    }
}
