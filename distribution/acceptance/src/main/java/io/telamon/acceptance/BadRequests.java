/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Requests that are malformed, come too late, or ask for what is not theirs. Each needs the scene
 * that {@link BadScene} has set.
 */
final class BadRequests {
    private static final String INSTANCES = "/nslcm/v1/ns_instances";
    private static final String ACCOUNTS = "/api/v1/vim-accounts";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final int BODY_LIMIT = 1 << 20;

    private final BadScene scene;
    private final Rest rest;
    private final List<BadCase> cases = new ArrayList<>();

    BadRequests(BadScene scene) {
        this.scene = scene;
        this.rest = scene.rest();
    }

    /** All cases. */
    List<BadCase> all() {
        unknown();
        foreign();
        bodies();
        conflicts();
        taken();
        credentials();
        return cases;
    }

    private void unknown() {
        String id = UUID.randomUUID().toString();
        for (String path :
                List.of(
                        INSTANCES + "/",
                        "/nslcm/v1/ns_lcm_op_occs/",
                        "/nsd/v1/ns_descriptors/",
                        "/vnfpkgm/v1/vnf_packages/",
                        "/api/v1/packages/",
                        ACCOUNTS + "/",
                        "/api/v1/tenants/",
                        "/api/v1/users/")) {
            cases.add(
                    BadCase.of(
                            "unknown id: GET " + path,
                            404,
                            "NOT_FOUND",
                            () -> rest.attempt("GET", path + id),
                            id));
        }
        cases.add(
                BadCase.of(
                        "unknown id: terminate",
                        404,
                        "NOT_FOUND",
                        () -> rest.attempt(INSTANCES + "/" + id + "/terminate", Rest.object()),
                        id));
        cases.add(
                BadCase.of(
                        "unknown NSD",
                        404,
                        "NOT_FOUND",
                        () ->
                                rest.attempt(
                                        INSTANCES,
                                        Rest.object().put("nsdId", id).put("nsName", "x")),
                        id));
    }

    private void foreign() {
        Rest stranger = scene.stranger();
        for (String path : scene.ours()) {
            cases.add(
                    BadCase.of(
                            "foreign tenant: GET " + path.replaceAll("/[^/]*$", "/"),
                            404,
                            "NOT_FOUND",
                            () -> stranger.attempt("GET", path)));
        }
        cases.add(
                BadCase.of(
                        "foreign tenant: terminate",
                        404,
                        "NOT_FOUND",
                        () ->
                                stranger.attempt(
                                        INSTANCES + "/" + scene.instance() + "/terminate",
                                        Rest.object())));
        cases.add(
                BadCase.of(
                        "foreign tenant: delete a package",
                        404,
                        "NOT_FOUND",
                        () -> stranger.attempt("DELETE", "/api/v1/packages/" + scene.nsd())));
    }

    private void bodies() {
        post(
                "malformed JSON",
                400,
                "MALFORMED",
                "{\"nsdId\": \"x\",\n \"nsName\": }",
                "line 2",
                "column");
        post("unknown word in a strict body", 400, "", "[1, 2", "line 1");
        cases.add(
                BadCase.of(
                        "unknown field of ours",
                        400,
                        "MALFORMED",
                        () -> rest.attempt("POST", ACCOUNTS, JSON, "{\"nmae\": \"x\"}"),
                        "nmae",
                        "line 1"));
        cases.add(
                BadCase.of(
                        "wrong media type",
                        415,
                        "UNSUPPORTED_MEDIA_TYPE",
                        () ->
                                rest.attempt(
                                        "POST",
                                        INSTANCES,
                                        Map.of("Content-Type", "application/xml"),
                                        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM"
                                                + " \"file:///etc/passwd\">]><a>&x;</a>")));
        String large =
                Rest.object()
                        .put("nsdId", "x")
                        .put("nsName", "x".repeat(BODY_LIMIT + 1))
                        .toString();
        post("oversized body", 413, "TOO_LARGE", large, Integer.toString(BODY_LIMIT));
        post("missing field", 400, "INVALID_ARGUMENT", "{\"nsName\": \"x\"}", "nsdId");
        cases.add(
                BadCase.of(
                        "stale If-Match",
                        412,
                        "STALE",
                        () -> patch(Map.of("If-Match", "\"999999\"")),
                        "again"));
        cases.add(
                BadCase.of(
                        "missing If-Match",
                        428,
                        "PRECONDITION_REQUIRED",
                        () -> patch(Map.of()),
                        "If-Match"));
    }

    private Reply patch(Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Content-Type", "application/merge-patch+json");
        return rest.attempt(
                "PATCH", ACCOUNTS + "/" + scene.account(), headers, "{\"labels\": {\"a\": \"b\"}}");
    }

    private void conflicts() {
        cases.add(
                BadCase.of(
                        "instantiate twice",
                        409,
                        "WRONG_STATE",
                        () ->
                                rest.attempt(
                                        INSTANCES + "/" + scene.instance() + "/instantiate",
                                        Services.instantiation(Bed.WORLD, "report")),
                        BadScene.SERVICE,
                        "INSTANTIATED"));
        cases.add(
                BadCase.of(
                        "delete an instance that runs",
                        409,
                        "WRONG_STATE",
                        () -> rest.attempt("DELETE", INSTANCES + "/" + scene.instance()),
                        BadScene.SERVICE));
        cases.add(
                BadCase.of(
                        "delete an NSD in use",
                        409,
                        "IN_USE",
                        () -> rest.attempt("DELETE", "/api/v1/packages/" + scene.nsd()),
                        BadScene.SERVICE));
        cases.add(
                BadCase.of(
                        "delete a VNFD in use",
                        409,
                        "IN_USE",
                        () -> rest.attempt("DELETE", "/api/v1/packages/" + scene.vnfd()),
                        BadScene.SERVICE));
        cases.add(
                BadCase.of(
                        "delete a VIM account in use",
                        409,
                        "IN_USE",
                        () -> rest.attempt("DELETE", ACCOUNTS + "/" + scene.account()),
                        BadScene.SERVICE));
    }

    private void taken() {
        cases.add(
                BadCase.of(
                        "on-board twice",
                        409,
                        "ALREADY_EXISTS",
                        () -> scene.services().tryOnboard(scene.nsdFile()),
                        "edge-cache",
                        scene.nsd()));
        cases.add(
                BadCase.of(
                        "a name that is taken",
                        409,
                        "ALREADY_EXISTS",
                        () ->
                                rest.attempt(
                                        INSTANCES,
                                        Rest.object()
                                                .put("nsdId", scene.nsd())
                                                .put("nsName", BadScene.SERVICE)),
                        BadScene.SERVICE));
        cases.add(
                BadCase.of(
                        "scale beyond the range",
                        400,
                        "INVALID_ARGUMENT",
                        () -> scale(99),
                        "scale-web",
                        "0 to 3"));
    }

    private Reply scale(int steps) {
        ObjectNode body = Rest.object().put("scaleType", "SCALE_VNF");
        body.putArray("scaleVnfData")
                .addObject()
                .put("vnfInstanceId", "web")
                .put("scaleVnfType", "SCALE_OUT")
                .putObject("scaleByStepData")
                .put("aspectId", "scale-web")
                .put("numberOfSteps", steps);
        return rest.attempt(INSTANCES + "/" + scene.instance() + "/scale", body);
    }

    private void credentials() {
        cases.add(
                BadCase.of(
                        "wrong token",
                        401,
                        "UNAUTHENTICATED",
                        () -> rest.with("Bearer nonsense").attempt("GET", INSTANCES)));
        cases.add(
                BadCase.of(
                        "no right to change",
                        403,
                        "FORBIDDEN",
                        () ->
                                scene.viewer()
                                        .attempt(
                                                INSTANCES + "/" + scene.instance() + "/terminate",
                                                Rest.object()),
                        "ns:operate"));
    }

    private void post(String name, int status, String code, String body, String... words) {
        cases.add(
                BadCase.of(
                        name,
                        status,
                        code,
                        () -> rest.attempt("POST", INSTANCES, JSON, body),
                        words));
    }
}
