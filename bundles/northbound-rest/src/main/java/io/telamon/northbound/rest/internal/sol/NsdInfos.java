/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.sol;

import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.model.descriptor.NestedNsMember;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.PnfMember;
import io.telamon.model.descriptor.VnfMember;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.PackageView;
import io.telamon.northbound.api.Page;
import io.telamon.northbound.rest.internal.http.Calls;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes {@link NsdInfo}s. */
final class NsdInfos {
    private static final int PART = 1000;

    private final PackageCalls calls;
    private final Caller caller;
    private final UriInfo uri;

    NsdInfos(PackageCalls calls, Caller caller, UriInfo uri) {
        this.calls = calls;
        this.caller = caller;
        this.uri = uri;
    }

    /** For lists: what is in the row, without a look into the descriptor. */
    NsdInfo brief(PackageView view) {
        return info(view, null, Map.of());
    }

    /** With the packages it refers to. */
    NsdInfo full(PackageView view) {
        if (view.state() != PackageState.ONBOARDED) {
            return brief(view);
        }
        return info(view, calls.catalog().nsd(caller, view.id()), ids());
    }

    /** NsdInfoModifications: what was changed, as it is now. */
    static Map<String, Object> modifications(PackageModifications asked, PackageView now) {
        Map<String, Object> changed = new HashMap<>();
        if (asked.operationalState() != null) {
            String name = now.kind() == PackageKind.NS ? "nsdOperationalState" : "operationalState";
            changed.put(name, PackageCalls.operational(now));
        }
        if (asked.userDefinedData() != null) {
            changed.put("userDefinedData", now.userData());
        }
        return changed;
    }

    private NsdInfo info(PackageView view, NsDescriptor nsd, Map<String, String> ids) {
        String self = "/nsd/v1/ns_descriptors/" + view.id();
        return new NsdInfo(
                view.id().value(),
                PackageCalls.text(view.name().descriptorId()),
                PackageCalls.text(view.name().title()),
                PackageCalls.text(view.name().version()),
                PackageCalls.text(view.name().provider()),
                nsd == null ? null : nsd.info().invariantId(),
                nsd == null
                        ? null
                        : known(ids, "VNF/", nsd.members().stream().map(VnfMember::vnfdId)),
                nsd == null
                        ? null
                        : known(ids, "PNF/", nsd.pnfMembers().stream().map(PnfMember::pnfdId)),
                nsd == null
                        ? null
                        : known(
                                ids,
                                "NS/",
                                nsd.nestedMembers().stream().map(NestedNsMember::nsdId)),
                PackageCalls.state(view),
                calls.failure(caller, view),
                PackageCalls.operational(view),
                PackageCalls.usage(view),
                view.userData(),
                new NsdInfo.Links(
                        new Link(Calls.href(uri, self)),
                        new Link(Calls.href(uri, self + "/nsd_content"))));
    }

    private static List<String> known(Map<String, String> ids, String kind, Stream<String> names) {
        return names.distinct().map(name -> ids.get(kind + name)).filter(Objects::nonNull).toList();
    }

    /** Package id by kind and descriptor id. */
    private Map<String, String> ids() {
        Map<String, String> ids = new HashMap<>();
        String marker = "";
        do {
            Page<PackageView> page =
                    calls.catalog().list(caller, null, new Page.Request(marker, PART));
            page.items()
                    .forEach(
                            one ->
                                    ids.put(
                                            one.kind() + "/" + one.name().descriptorId(),
                                            one.id().value()));
            marker = page.next();
        } while (!marker.isEmpty());
        return ids;
    }
}
