/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.errors.TelamonException;
import io.telamon.model.NsInstanceId;
import io.telamon.model.PackageId;
import io.telamon.model.security.Caller;
import java.util.List;

/** Network service instances and what can be done to them (SOL005 clause 6). */
public interface NsFacade {
    /** Instances of the caller's tenant (of all tenants for operators). */
    @Requires("ns:read")
    Page<NsView> list(Caller caller, Page.Request page);

    /** One instance; NOT_FOUND also for another tenant's. */
    @Requires("ns:read")
    NsView get(Caller caller, NsInstanceId id);

    /** Instance by id or by name. */
    @Requires("ns:read")
    NsView find(Caller caller, String idOrName);

    /** What it consists of on the clouds. */
    @Requires("ns:read")
    List<ResourceView> resources(Caller caller, NsInstanceId id);

    /** Makes an instance record without anything on a cloud. */
    @Requires("ns:operate")
    NsView create(Caller caller, String name, String description, PackageId nsd);

    /** What the change would do; never changes anything. */
    @Requires("ns:read")
    PlanPreview preview(Caller caller, NsInstanceId id, NsChange change);

    /**
     * What instantiating a package would do, for a service that has no record yet; leaves nothing
     * behind. ALREADY_EXISTS when the name is taken.
     */
    @Requires("ns:operate")
    default PlanPreview previewNew(Caller caller, String name, PackageId nsd, NsChange change) {
        NsInstanceId id = create(caller, name, "", nsd).instance().id();
        try {
            return preview(caller, id, change);
        } finally {
            delete(caller, id);
        }
    }

    /**
     * Accepts a change: operation, plan and tasks are on disk when this returns.
     *
     * @throws io.telamon.errors.TelamonException WRONG_STATE, BUSY, QUOTA, NO_PLACEMENT ... with
     *     numbers
     */
    @Requires("ns:operate")
    OperationView change(Caller caller, NsInstanceId id, NsChange change);

    /**
     * Makes the record of a service and accepts its first change; a refusal leaves nothing behind.
     * What was accepted all the same cannot be deleted and stays.
     *
     * @throws TelamonException as {@link #create} and {@link #change}
     */
    @Requires("ns:operate")
    default OperationView changeNew(
            Caller caller, String name, String description, PackageId nsd, NsChange change) {
        NsInstanceId made = create(caller, name, description, nsd).instance().id();
        try {
            return change(caller, made, change);
        } catch (TelamonException refused) {
            try {
                delete(caller, made);
            } catch (TelamonException stays) {
                refused.addSuppressed(stays);
            }
            throw refused;
        }
    }

    /**
     * The address of the console of a machine of a service, made for this call. Blocks for one call
     * to the cloud.
     *
     * @param resourceKey which machine, as {@link #resources} names it
     * @throws TelamonException NOT_FOUND for a machine that is not there, UNSUPPORTED when its
     *     account has no consoles, a VIM_ code when the cloud refuses or does not answer
     */
    @Requires("ns:operate")
    String console(Caller caller, NsInstanceId id, String resourceKey);

    /** Deletes the record of an instance that is NOT_INSTANTIATED. */
    @Requires("ns:operate")
    void delete(Caller caller, NsInstanceId id);
}
