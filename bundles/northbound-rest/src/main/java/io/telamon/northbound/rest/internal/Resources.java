/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import io.telamon.northbound.rest.internal.own.EdgeResource;
import io.telamon.northbound.rest.internal.own.InterconnectsResource;
import io.telamon.northbound.rest.internal.own.LanesResource;
import io.telamon.northbound.rest.internal.own.MeResource;
import io.telamon.northbound.rest.internal.own.OperationsResource;
import io.telamon.northbound.rest.internal.own.PackagesResource;
import io.telamon.northbound.rest.internal.own.PluginTypesResource;
import io.telamon.northbound.rest.internal.own.SdnAccountsResource;
import io.telamon.northbound.rest.internal.own.ServicesResource;
import io.telamon.northbound.rest.internal.own.TenantsResource;
import io.telamon.northbound.rest.internal.own.TokensResource;
import io.telamon.northbound.rest.internal.own.UsersResource;
import io.telamon.northbound.rest.internal.own.VimAccountsResource;
import io.telamon.northbound.rest.internal.sol.ApiVersionsResource;
import io.telamon.northbound.rest.internal.sol.Changes;
import io.telamon.northbound.rest.internal.sol.NsDescriptorsResource;
import io.telamon.northbound.rest.internal.sol.NsInstancesResource;
import io.telamon.northbound.rest.internal.sol.NsLcmOpOccsResource;
import io.telamon.northbound.rest.internal.sol.PackageCalls;
import io.telamon.northbound.rest.internal.sol.PnfDescriptorsResource;
import io.telamon.northbound.rest.internal.sol.VnfPackagesResource;
import java.time.Clock;
import java.util.List;

/** All collections of this door. */
final class Resources {
    private Resources() {}

    static List<Object> all(Facades facades) {
        PackageCalls packages = new PackageCalls(facades);
        Changes changes = new Changes(Clock.systemUTC());
        return List.of(
                new ApiVersionsResource(),
                new NsDescriptorsResource(packages),
                new PnfDescriptorsResource(packages),
                new VnfPackagesResource(packages),
                new NsInstancesResource(facades, changes),
                new NsLcmOpOccsResource(facades),
                new PackagesResource(facades),
                new VimAccountsResource(facades),
                new SdnAccountsResource(facades),
                new InterconnectsResource(facades),
                new PluginTypesResource(facades),
                new ServicesResource(facades, changes),
                new OperationsResource(facades),
                new LanesResource(facades),
                new EdgeResource(facades),
                new TenantsResource(facades),
                new UsersResource(facades),
                new TokensResource(facades),
                new MeResource(facades));
    }
}
