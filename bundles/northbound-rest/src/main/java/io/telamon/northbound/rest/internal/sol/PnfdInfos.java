/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.sol;

import io.telamon.model.security.Caller;
import io.telamon.northbound.api.PackageView;
import io.telamon.northbound.rest.internal.http.Calls;
import jakarta.ws.rs.core.UriInfo;

/** Makes {@link PnfdInfo}s. */
final class PnfdInfos {
    private final PackageCalls calls;
    private final Caller caller;
    private final UriInfo uri;

    PnfdInfos(PackageCalls calls, Caller caller, UriInfo uri) {
        this.calls = calls;
        this.caller = caller;
        this.uri = uri;
    }

    PnfdInfo brief(PackageView view) {
        return full(view);
    }

    PnfdInfo full(PackageView view) {
        String self = "/nsd/v1/pnf_descriptors/" + view.id();
        return new PnfdInfo(
                view.id().value(),
                PackageCalls.text(view.name().descriptorId()),
                PackageCalls.text(view.name().title()),
                PackageCalls.text(view.name().version()),
                PackageCalls.text(view.name().provider()),
                PackageCalls.text(view.name().descriptorId()),
                PackageCalls.state(view),
                calls.failure(caller, view),
                PackageCalls.usage(view),
                view.userData(),
                new PnfdInfo.Links(
                        new Link(Calls.href(uri, self)),
                        new Link(Calls.href(uri, self + "/pnfd_content"))));
    }
}
