/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Holds the services behind this door, asked for per call: an absent one answers UNAVAILABLE (503
 * with Retry-After) and comes back without a restart of the door. Thread-safe.
 */
@Component(service = Facades.class)
public final class Facades {
    private final Map<Class<?>, Object> present = new ConcurrentHashMap<>();

    /** The service of this type. */
    public <T> T get(Class<T> type) {
        Object service = present.get(type);
        if (service == null) {
            throw new TelamonException(
                    ErrorCode.UNAVAILABLE,
                    "The part of Telamon behind %s is not there at the moment: try again soon",
                    type.getSimpleName());
        }
        return type.cast(service);
    }

    /** Makes a service available. */
    public <T> Facades put(Class<T> type, T service) {
        present.put(type, service);
        return this;
    }

    /** Takes a service away, unless another one took its place. */
    public <T> void drop(Class<T> type, T service) {
        present.remove(type, service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindAccounts(AccountFacade service) {
        put(AccountFacade.class, service);
    }

    void unbindAccounts(AccountFacade service) {
        drop(AccountFacade.class, service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindCatalog(CatalogFacade service) {
        put(CatalogFacade.class, service);
    }

    void unbindCatalog(CatalogFacade service) {
        drop(CatalogFacade.class, service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindEvents(EventFeed service) {
        put(EventFeed.class, service);
    }

    void unbindEvents(EventFeed service) {
        drop(EventFeed.class, service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindInstances(NsFacade service) {
        put(NsFacade.class, service);
    }

    void unbindInstances(NsFacade service) {
        drop(NsFacade.class, service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindOperations(OperationFacade service) {
        put(OperationFacade.class, service);
    }

    void unbindOperations(OperationFacade service) {
        drop(OperationFacade.class, service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindInterconnects(InterconnectFacade service) {
        put(InterconnectFacade.class, service);
    }

    void unbindInterconnects(InterconnectFacade service) {
        drop(InterconnectFacade.class, service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindLanes(RoFacade service) {
        put(RoFacade.class, service);
    }

    void unbindLanes(RoFacade service) {
        drop(RoFacade.class, service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindEdge(EdgeFacade service) {
        put(EdgeFacade.class, service);
    }

    void unbindEdge(EdgeFacade service) {
        drop(EdgeFacade.class, service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindTenants(TenantFacade service) {
        put(TenantFacade.class, service);
    }

    void unbindTenants(TenantFacade service) {
        drop(TenantFacade.class, service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindUsers(UserFacade service) {
        put(UserFacade.class, service);
    }

    void unbindUsers(UserFacade service) {
        drop(UserFacade.class, service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindAuthenticator(Authenticator service) {
        put(Authenticator.class, service);
    }

    void unbindAuthenticator(Authenticator service) {
        drop(Authenticator.class, service);
    }
}
