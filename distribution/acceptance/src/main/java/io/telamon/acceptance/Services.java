/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The life of services as a script drives it over SOL005, with what a trial needs to know of it.
 */
public final class Services {
    private static final Duration ENDS = Duration.ofMinutes(3);

    private final Rest rest;

    /** Drives services through this client. */
    public Services(Rest rest) {
        this.rest = rest;
    }

    /** Registers a simulated cloud; returns the account's id. */
    public String addVim(String name, String type, String endpoint) {
        return add("/api/v1/vim-accounts", name, type, endpoint);
    }

    /** Registers a simulated controller; returns the account's id. */
    public String addSdn(String name, String endpoint) {
        return add("/api/v1/sdn-accounts", name, "simulator", endpoint);
    }

    private String add(String path, String name, String type, String endpoint) {
        return rest.post(path, account(name, type, endpoint, "")).created();
    }

    /** What is sent to register an account. */
    static ObjectNode account(String name, String type, String endpoint, String secret) {
        return Rest.object()
                .put("name", name)
                .put("type", type)
                .put("endpoint", endpoint)
                .put("secret", secret);
    }

    /** On-boards a package; returns the id of its first entry. */
    public String onboard(Path file) {
        return rest.upload("/api/v1/packages", file).body().at("/packages/0/id").asText();
    }

    /** On-boards a package, or is refused. */
    public Reply tryOnboard(Path file) {
        return rest.attemptUpload("/api/v1/packages", file, Map.of());
    }

    /** Ids of all packages, those that name others first. */
    public List<String> packages() {
        List<String> services = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (JsonNode one : rest.get("/api/v1/packages?page_size=1000")) {
            (one.path("kind").asText().equals("NS") ? services : others)
                    .add(one.path("id").asText());
        }
        services.addAll(others);
        return services;
    }

    /** Deletes a package. */
    public void deletePackage(String id) {
        rest.delete("/api/v1/packages/" + id);
    }

    /** Makes an instance record. */
    public String create(String name, String nsdInfoId) {
        ObjectNode body =
                Rest.object().put("nsdId", nsdInfoId).put("nsName", name).put("nsDescription", "");
        return rest.post("/nslcm/v1/ns_instances", body).body().path("id").asText();
    }

    /** Instantiates on one account; returns the operation's id. */
    public String instantiate(String instance, String account) {
        return rest.post(
                        "/nslcm/v1/ns_instances/" + instance + "/instantiate",
                        instantiation(account, "report"))
                .created();
    }

    /** Instantiates, or is refused. */
    public Reply tryInstantiate(String instance, String account) {
        return rest.attempt(
                "/nslcm/v1/ns_instances/" + instance + "/instantiate",
                instantiation(account, "report"));
    }

    /** What is sent to instantiate on one account. */
    static ObjectNode instantiation(String account, String drift) {
        ObjectNode body = Rest.object().put("nsFlavourId", "default");
        body.putObject("additionalParamsForNs").put("vimAccount", account).put("drift", drift);
        return body;
    }

    /** Scales one aspect of a member. */
    public String scale(String instance, String member, String aspect, int steps) {
        ObjectNode body = Rest.object().put("scaleType", "SCALE_VNF");
        ObjectNode data = body.putArray("scaleVnfData").addObject();
        data.put("vnfInstanceId", member)
                .put("scaleVnfType", steps > 0 ? "SCALE_OUT" : "SCALE_IN")
                .putObject("scaleByStepData")
                .put("aspectId", aspect)
                .put("numberOfSteps", Math.abs(steps));
        return rest.post("/nslcm/v1/ns_instances/" + instance + "/scale", body).created();
    }

    /** Heals what is missing. */
    public String heal(String instance) {
        ObjectNode body = Rest.object();
        body.putObject("healNsData").put("degreeHealing", "HEAL_RESTORE");
        return rest.post("/nslcm/v1/ns_instances/" + instance + "/heal", body).created();
    }

    /** Terminates. */
    public String terminate(String instance) {
        return rest.post("/nslcm/v1/ns_instances/" + instance + "/terminate", Rest.object())
                .created();
    }

    /** Decides a failed operation: retry, rollback, fail. */
    public void decide(String operation, String decision) {
        rest.post("/nslcm/v1/ns_lcm_op_occs/" + operation + "/" + decision, Rest.object());
    }

    /** State of an operation. */
    public String state(String operation) {
        return rest.get("/nslcm/v1/ns_lcm_op_occs/" + operation).path("operationState").asText();
    }

    /** Why an operation waits for a decision, in words. */
    public String problem(String operation) {
        return rest.get("/nslcm/v1/ns_lcm_op_occs/" + operation).at("/error/detail").asText();
    }

    /** Waits until an operation rests: final, or waiting for a decision. */
    public String awaitRest(String operation) {
        return Await.until(
                "operation " + operation + " to end",
                ENDS,
                () ->
                        Optional.of(state(operation))
                                .filter(
                                        state ->
                                                !state.equals("PROCESSING")
                                                        && !state.equals("ROLLING_BACK")));
    }

    /** Ids of all instances. */
    public List<String> instances() {
        List<String> ids = new ArrayList<>();
        rest.get("/nslcm/v1/ns_instances?page_size=1000")
                .forEach(ns -> ids.add(ns.path("id").asText()));
        return ids;
    }

    /** All operations. */
    public JsonNode operations() {
        return rest.get("/nslcm/v1/ns_lcm_op_occs?page_size=1000");
    }

    /** Ids of all operations that are under way or wait for a decision. */
    public List<String> openOperations() {
        List<String> ids = new ArrayList<>();
        for (JsonNode operation : operations()) {
            String state = operation.path("operationState").asText();
            if (state.equals("PROCESSING")
                    || state.equals("ROLLING_BACK")
                    || state.equals("FAILED_TEMP")) {
                ids.add(operation.path("id").asText());
            }
        }
        return ids;
    }

    /** State of an instance: NOT_INSTANTIATED or INSTANTIATED. */
    public String nsState(String instance) {
        return rest.get("/nslcm/v1/ns_instances/" + instance).path("nsState").asText();
    }

    /** State of an account's lane in one word. */
    public String laneState(String account) {
        for (JsonNode lane : rest.get("/api/v1/lanes")) {
            if (lane.path("account").asText().equals(account)) {
                return lane.path("state").asText();
            }
        }
        return "";
    }

    /** Name of an instance. */
    public String name(String instance) {
        return rest.get("/nslcm/v1/ns_instances/" + instance).path("nsInstanceName").asText();
    }

    /** Recorded things of an instance. */
    public JsonNode resources(String instance) {
        return rest.get("/api/v1/ns-instances/" + instance + "/resources");
    }

    /** Tasks of an operation. */
    public JsonNode tasks(String operation) {
        return rest.get("/api/v1/operations/" + operation + "/tasks");
    }

    /** Deletes an instance record. */
    public void delete(String instance) {
        rest.delete("/nslcm/v1/ns_instances/" + instance);
    }
}
