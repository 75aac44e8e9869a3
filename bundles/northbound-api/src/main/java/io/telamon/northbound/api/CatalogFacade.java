/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.PackageId;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.ValidationReport;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.security.Caller;
import java.io.InputStream;
import java.util.Map;

/** Packages of a tenant: on-board, look, enable, delete (SOL005 clauses 5 and 9). */
public interface CatalogFacade {
    /**
     * Packages of the caller's tenant (of all tenants for operators), of one kind or, for null,
     * all.
     */
    @Requires("catalog:read")
    Page<PackageView> list(Caller caller, PackageKind kind, Page.Request page);

    /** One package; NOT_FOUND also for another tenant's. */
    @Requires("catalog:read")
    PackageView get(Caller caller, PackageId id);

    /** Announces a package (first step of SOL005's two). */
    @Requires("catalog:write")
    PackageView create(Caller caller, PackageKind kind, Map<String, String> userData);

    /**
     * Brings the content of an announced package. Refused content leaves the entry REJECTED with
     * its report and nothing else changed.
     */
    @Requires("catalog:write")
    OnboardResult upload(Caller caller, PackageId id, Upload upload);

    /**
     * Announces and brings content in one step; the kind is found out. Nothing stays of refused
     * content.
     */
    @Requires("catalog:write")
    OnboardResult onboard(Caller caller, Upload upload);

    /** What was found when the content was checked. */
    @Requires("catalog:read")
    ValidationReport report(Caller caller, PackageId id);

    /** The original, byte for byte; the caller closes it. */
    @Requires("catalog:read")
    InputStream content(Caller caller, PackageId id);

    /** The descriptor file alone, as text. */
    @Requires("catalog:read")
    String descriptor(Caller caller, PackageId id);

    /** One file inside the package; NOT_FOUND when it is not there. The caller closes it. */
    @Requires("catalog:read")
    InputStream artifact(Caller caller, PackageId id, String path);

    /**
     * The network service of an on-boarded package as parsed: members, links, graphs. What a door
     * needs to ask for placement and parameters.
     *
     * @throws TelamonException WRONG_STATE for another kind of package
     */
    @Requires("catalog:read")
    default NsDescriptor nsd(Caller caller, PackageId id) {
        throw new TelamonException(
                ErrorCode.UNSUPPORTED, "This catalog does not hand out the parsed NSD %s", id);
    }

    /**
     * The network function of an on-boarded package as parsed: VDUs, links, scaling aspects.
     *
     * @throws TelamonException WRONG_STATE for another kind of package
     */
    @Requires("catalog:read")
    default VnfDescriptor vnfd(Caller caller, PackageId id) {
        throw new TelamonException(
                ErrorCode.UNSUPPORTED, "This catalog does not hand out the parsed VNFD %s", id);
    }

    /**
     * Enables, disables, or changes user data.
     *
     * @param expectedVersion version the caller has seen, or -1 for any; STALE when it changed
     * @param enabled new operational state, null to keep
     * @param userData new user data, null to keep
     */
    @Requires("catalog:write")
    PackageView update(
            Caller caller,
            PackageId id,
            long expectedVersion,
            Boolean enabled,
            Map<String, String> userData);

    /** Deletes a package; IN_USE names the instances or descriptors that use it. */
    @Requires("catalog:write")
    void delete(Caller caller, PackageId id);
}
