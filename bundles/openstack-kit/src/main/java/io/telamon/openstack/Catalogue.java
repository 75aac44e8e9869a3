/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.openstack;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.openstack4j.model.identity.v3.Endpoint;
import org.openstack4j.model.identity.v3.Token;

/** Where the services of a cloud are. Nothing is cached beyond the token. */
public final class Catalogue {
    private Catalogue() {}

    /** The endpoint of a service in the account's region, for its interface. */
    static Optional<String> endpoint(Token token, Service service, AccountSettings settings) {
        String region = settings.text("region");
        return services(token)
                .filter(one -> one.getType() != null && service.isType(one.getType()))
                .flatMap(one -> one.getEndpoints().stream().map(Endpoint.class::cast))
                .filter(one -> one.getIface() == settings.facing())
                .filter(
                        one ->
                                region.isEmpty()
                                        || region.equals(one.getRegion())
                                        || region.equals(one.getRegionId()))
                .map(Endpoint::getUrl)
                .filter(Objects::nonNull)
                .map(url -> service.versioned(url.toString()))
                .findFirst();
    }

    /** Types of all services, in order. */
    public static List<String> types(Token token) {
        return services(token)
                .map(org.openstack4j.model.identity.v3.Service::getType)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<org.openstack4j.model.identity.v3.Service> services(Token token) {
        return token.getCatalog() == null
                ? Stream.empty()
                : token.getCatalog().stream()
                        .map(org.openstack4j.model.identity.v3.Service.class::cast);
    }

    /** What else might be wrong when a service is not there. */
    static String hint(AccountSettings settings) {
        String region = settings.text("region");
        return (region.isEmpty() ? "" : " in region " + region)
                + " with a "
                + settings.text("interface")
                + " endpoint";
    }
}
