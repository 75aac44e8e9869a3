/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Clouds that do not answer, do not know us or have no room. */
final class BadClouds {
    private static final String PREVIEW = "/api/v1/ns-instances/preview";

    private final BadScene scene;
    private final Rest rest;
    private final List<BadCase> cases = new ArrayList<>();

    BadClouds(BadScene scene) {
        this.scene = scene;
        this.rest = scene.rest();
    }

    /** All cases. */
    List<BadCase> all() {
        refused("VIM unreachable", BadScene.NOWHERE, 503, "VIM_UNAVAILABLE", "refused");
        refused("wrong credentials", BadScene.LOCKED, 502, "VIM_AUTH", "401");
        cases.add(
                BadCase.of(
                        "no such VIM account",
                        409,
                        "NO_PLACEMENT",
                        () -> scene.services().tryInstantiate(scene.waiting(), "atlantis"),
                        "atlantis"));
        cases.add(
                BadCase.of(
                        "quota exceeded: dry run",
                        200,
                        "",
                        () -> preview(BadScene.SMALL),
                        BadScene.SMALL,
                        "vCPUs",
                        "refusals",
                        "2"));
        cases.add(
                BadCase.of(
                        "quota exceeded: instantiate",
                        409,
                        "QUOTA",
                        () -> scene.services().tryInstantiate(scene.waiting(), BadScene.SMALL),
                        BadScene.SMALL,
                        "vCPUs"));
        return cases;
    }

    private void refused(String name, String account, int status, String code, String words) {
        cases.add(BadCase.of(name + ": check", 200, "", () -> check(account), words, "\"FAILED\""));
        cases.add(
                BadCase.of(
                        name + ": instantiate",
                        status,
                        code,
                        () -> scene.services().tryInstantiate(scene.waiting(), account),
                        "Account " + account + " cannot be used now",
                        words));
    }

    private Reply check(String account) {
        return rest.attempt("/api/v1/vim-accounts/" + account + "/check", Rest.object());
    }

    private Reply preview(String account) {
        ObjectNode wish =
                Rest.object()
                        .put("operation", "INSTANTIATE")
                        .put("nsName", "dry")
                        .put("nsdId", scene.nsd());
        JsonNode request = Services.instantiation(account, "report");
        wish.set("request", request);
        return rest.attempt(PREVIEW, wish);
    }
}
