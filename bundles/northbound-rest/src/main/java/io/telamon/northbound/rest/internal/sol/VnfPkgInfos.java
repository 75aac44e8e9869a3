/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.sol;

import io.telamon.model.catalog.PackageState;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.PackageView;
import io.telamon.northbound.rest.internal.http.Calls;
import jakarta.ws.rs.core.UriInfo;

/** Makes {@link VnfPkgInfo}s. */
final class VnfPkgInfos {
    private final PackageCalls calls;
    private final Caller caller;
    private final UriInfo uri;

    VnfPkgInfos(PackageCalls calls, Caller caller, UriInfo uri) {
        this.calls = calls;
        this.caller = caller;
        this.uri = uri;
    }

    /** For lists: what is in the row, without a look into the descriptor. */
    VnfPkgInfo brief(PackageView view) {
        return info(view, null);
    }

    /** With what only the descriptor says. */
    VnfPkgInfo full(PackageView view) {
        boolean there = view.state() == PackageState.ONBOARDED;
        return info(view, there ? calls.catalog().vnfd(caller, view.id()).softwareVersion() : null);
    }

    private VnfPkgInfo info(PackageView view, String softwareVersion) {
        String self = "/vnfpkgm/v1/vnf_packages/" + view.id();
        boolean there = view.state() == PackageState.ONBOARDED;
        return new VnfPkgInfo(
                view.id().value(),
                PackageCalls.text(view.name().descriptorId()),
                PackageCalls.text(view.name().provider()),
                PackageCalls.text(view.name().title()),
                softwareVersion,
                PackageCalls.text(view.name().version()),
                there ? new VnfPkgInfo.Checksum("SHA-256", view.content().sha256()) : null,
                PackageCalls.state(view),
                PackageCalls.operational(view),
                PackageCalls.usage(view),
                view.userData(),
                new VnfPkgInfo.Links(
                        new Link(Calls.href(uri, self)),
                        there ? new Link(Calls.href(uri, self + "/vnfd")) : null,
                        new Link(Calls.href(uri, self + "/package_content"))));
    }
}
