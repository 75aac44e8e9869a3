/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * What bad input is tried on: a running service, another that waits, a stranger of another tenant,
 * a viewer, and clouds that are unreachable, locked and small.
 */
final class BadScene {
    /** Name of the running service. */
    static final String SERVICE = "standing";

    /** Account of a cloud where nobody listens. */
    static final String NOWHERE = "nowhere";

    /** Account of a cloud that wants another secret. */
    static final String LOCKED = "locked";

    /** Account of a cloud with room for one server. */
    static final String SMALL = "small";

    private static final String PASSWORD = "Trial-and-error-7";

    private final Bed bed;
    private final Rest rest;
    private final Services services;
    private final Path nsdFile;
    private final String account;
    private final String vnfd;
    private final String nsd;
    private final String instance;
    private final String waiting;
    private final Rest stranger;
    private final Rest viewer;

    /** Sets the scene; the bed's cloud is registered already. */
    BadScene(Bed bed, Rest rest) {
        this.bed = bed;
        this.rest = rest;
        services = new Services(rest);
        Path samples = bed.samples();
        account = rest.get("/api/v1/vim-accounts/" + Bed.WORLD).path("id").asText();
        vnfd = services.onboard(samples.resolve("sol006/edge_web_vnf.tar.gz"));
        services.onboard(samples.resolve("sol006/edge_store_vnf.tar.gz"));
        nsdFile = samples.resolve("sol006/edge_cache_ns.tar.gz");
        nsd = services.onboard(nsdFile);
        instance = services.create(SERVICE, nsd);
        services.awaitRest(services.instantiate(instance, Bed.WORLD));
        waiting = services.create("waiting", nsd);
        clouds();
        rest.post("/api/v1/tenants", Rest.object().put("name", "strangers"));
        stranger = user("stranger", "strangers", "project_admin");
        viewer = user("viewer", own(), "viewer");
    }

    private void clouds() {
        bed.control().configure(LOCKED, "{\"secret\":\"open-sesame\"}");
        bed.control().configure(SMALL, "{\"limits\":{\"servers\":10,\"vcpus\":2}}");
        services.addVim(NOWHERE, "simulator", "http://127.0.0.1:" + Ports.free() + "/w/nowhere");
        services.addVim(SMALL, "simulator", bed.world().endpoint(SMALL));
        rest.post(
                "/api/v1/vim-accounts",
                Services.account(LOCKED, "simulator", bed.world().endpoint(LOCKED), "open-barley"));
    }

    private String own() {
        return rest.get("/api/v1/me").path("tenant").asText();
    }

    private Rest user(String name, String tenant, String role) {
        ObjectNode wish =
                Rest.object().put("name", name).put("password", PASSWORD).put("tenant", tenant);
        wish.putArray("roles").add(role);
        rest.post("/api/v1/users", wish);
        return new Rest(bed.telamon().uri(), name, PASSWORD);
    }

    /**
     * Everything that bad input must not change: entries, instances with their states, accounts,
     * users, tenants and what is in the clouds.
     */
    TreeMap<String, String> state() {
        TreeMap<String, String> state = new TreeMap<>();
        for (String list :
                List.of(
                        "/api/v1/packages",
                        "/api/v1/ns-instances",
                        "/api/v1/vim-accounts",
                        "/api/v1/sdn-accounts",
                        "/api/v1/users",
                        "/api/v1/tenants")) {
            StringBuilder seen = new StringBuilder();
            for (JsonNode one : rest.get(list + "?page_size=1000")) {
                seen.append(one.path("id").asText())
                        .append(' ')
                        .append(one.path("state").asText())
                        .append(' ')
                        .append(one.path("labels"))
                        .append(", ");
            }
            state.put(list, seen.toString());
        }
        state.put(
                "operations",
                Integer.toString(rest.get("/api/v1/operations?page_size=1000").size()));
        state.put("cloud", bed.left().toString());
        return state;
    }

    Rest rest() {
        return rest;
    }

    Services services() {
        return services;
    }

    Path nsdFile() {
        return nsdFile;
    }

    String account() {
        return account;
    }

    String vnfd() {
        return vnfd;
    }

    String nsd() {
        return nsd;
    }

    String instance() {
        return instance;
    }

    String waiting() {
        return waiting;
    }

    Rest stranger() {
        return stranger;
    }

    Rest viewer() {
        return viewer;
    }

    /** Paths of things that belong to our tenant. */
    List<String> ours() {
        String operation = rest.get("/api/v1/operations").get(0).path("id").asText();
        return List.of(
                "/nslcm/v1/ns_instances/" + instance,
                "/nslcm/v1/ns_lcm_op_occs/" + operation,
                "/nsd/v1/ns_descriptors/" + nsd,
                "/vnfpkgm/v1/vnf_packages/" + vnfd,
                "/api/v1/packages/" + nsd,
                "/api/v1/vim-accounts/" + account,
                "/api/v1/ns-instances/" + instance,
                "/api/v1/operations/" + operation);
    }
}
