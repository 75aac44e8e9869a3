/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.OperationId;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.PackageView;
import io.telamon.northbound.api.PlacementRules;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** NS instances and operation occurrences as SOL005 has them. */
class ServicesTest {
    private static final String SCHEMAS = "NSLifecycleManagement-API/schemas/";
    private static final String PATH = "/nslcm/v1/ns_instances";
    private static final String PLAIN = "{\"nsFlavourId\":\"default\"}";
    private Server server;
    private PackageView nsd;

    @BeforeEach
    void start() {
        server = new Server();
        nsd =
                server.catalog.put(
                        server.authenticator.checkToken("ada-token"),
                        PackageKind.NS,
                        "shop",
                        PackageState.ONBOARDED);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aServiceIsCreatedByTheIdOfItsDescriptorOrItsPackage() throws IOException {
        Server.Answer byDescriptor = create("shop");
        Server.Answer byPackage = create(nsd.id().value());

        assertThat(byDescriptor.status()).as(byDescriptor.text()).isEqualTo(201);
        assertThat(byDescriptor.at("/nsdInfoId")).isEqualTo(nsd.id().value());
        assertThat(byDescriptor.at("/nsState")).isEqualTo("NOT_INSTANTIATED");
        assertThat(byDescriptor.at("/_links/instantiate/href")).endsWith("/instantiate");
        assertThat(byPackage.at("/nsdId")).isEqualTo("shop");
        assertThat(create("nothing").status()).isEqualTo(404);
        Conformance.check(SCHEMAS + "NsInstance.schema.json", byDescriptor.json());
    }

    @Test
    void instantiatingIsAcceptedAndLeadsToItsOperation() throws IOException {
        String path = PATH + "/" + create("shop").at("/id");

        Server.Answer accepted =
                server.send(
                        "POST",
                        path + "/instantiate",
                        "{\"nsFlavourId\":\"default\",\"sapData\":[],\"additionalParamsForNs\":"
                                + "{\"vimAccount\":\"cloud\",\"placement\":{\"2\":\"edge\"},"
                                + "\"placementRules\":{\"aim\":\"pack\",\"labels\":{\"gpu\":\"yes\"},"
                                + "\"maxLatencyMs\":20},"
                                + "\"drift\":\"heal\",\"vld\":{\"mgmt\":{\"vim-network-name\":\"net\"}},"
                                + "\"size\":3},\"additionalParamsForVnf\":[{\"vnfProfileId\":\"1\","
                                + "\"additionalParams\":{\"password\":\"x\"}}]}");

        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        String operation = accepted.header("Location").replaceAll("^http://[^/]+", "");
        assertThat(operation).startsWith("/nslcm/v1/ns_lcm_op_occs/");
        assertThat(server.instances.lastChange)
                .isEqualTo(
                        new NsChange.Instantiate(
                                Map.of("*", "cloud", "2", "edge"),
                                Map.of(
                                        "vld/mgmt/vim-network-name",
                                        "net",
                                        "size",
                                        "3",
                                        "vnf/1/password",
                                        "x"),
                                "heal",
                                new PlacementRules(
                                        PlacementRules.Aim.PACK, Map.of("gpu", "yes"), 20)));
        Conformance.check(SCHEMAS + "NsLcmOpOcc.schema.json", server.get(operation).json());
        Server.Answer up = server.get(path);
        assertThat(up.at("/nsState")).isEqualTo("INSTANTIATED");
        assertThat(up.at("/vnfInstance/0/vimId")).isEqualTo("vim-1");
        assertThat(up.at("/vnfInstance/0/instantiatedVnfInfo/scaleStatus/0/scaleLevel"))
                .isEqualTo("1");
        Conformance.check(SCHEMAS + "NsInstance.schema.json", up.json());
    }

    @Test
    void twiceOrTooEarlyIsAConflict() {
        String path = PATH + "/" + create("shop").at("/id");

        assertThat(server.send("POST", path + "/terminate", "{}").status()).isEqualTo(409);
        assertThat(server.send("POST", path + "/instantiate", PLAIN).status()).isEqualTo(202);
        assertThat(server.send("POST", path + "/instantiate", PLAIN).status()).isEqualTo(409);
        assertThat(server.send(path, HttpRequest.Builder::DELETE).status()).isEqualTo(409);
        assertThat(server.send("POST", path + "/terminate", "").status()).isEqualTo(202);
        assertThat(server.send(path, HttpRequest.Builder::DELETE).status()).isEqualTo(204);
    }

    @Test
    void whatCannotBeDoneIsRefusedByName() {
        String path = PATH + "/" + create("shop").at("/id");
        Map<String, String> wrong =
                Map.of(
                        "{}",
                        "nsFlavourId",
                        "{\"nsFlavourId\":\"d\",\"locationConstraints\":[{}]}",
                        "vimAccount",
                        "{\"nsFlavourId\":\"d\",\"vnfInstanceData\":[{}]}",
                        "vnfInstanceData",
                        "{\"nsFlavourId\":\"d\",\"startTime\":\"2999-01-01T00:00:00Z\"}",
                        "startTime",
                        "{\"nsFlavourId\":\"d\",\"additionalParamsForNs\":{\"drift\":\"x\"}}",
                        "drift",
                        rules("{\"aim\":\"best\"}"),
                        "placementRules.aim",
                        rules("{\"labels\":\"x\"}"),
                        "placementRules.labels",
                        rules("{\"maxLatencyMs\":-1}"),
                        "placementRules.maxLatencyMs",
                        rules("{\"goal\":\"pack\"}"),
                        "placementRules.goal",
                        "{\"nsFlavourId\":\"d\",\"additionalParamsForNs\":{\"a\":[1]}}",
                        "a");

        wrong.forEach(
                (body, word) -> {
                    Server.Answer answer = server.send("POST", path + "/instantiate", body);
                    assertThat(answer.status()).as(body).isEqualTo(400);
                    assertThat(answer.at("/detail")).as(body).contains(word);
                });
        assertThat(server.instances.lastChange).isNull();
    }

    private static String rules(String rules) {
        return "{\"nsFlavourId\":\"d\",\"additionalParamsForNs\":{\"placementRules\":"
                + rules
                + "}}";
    }

    @Test
    void oneVnfIsScaledByItsId() {
        String id = up();
        String data =
                "{\"scaleType\":\"SCALE_VNF\",\"scaleVnfData\":[{\"vnfInstanceid\":\"%s\","
                        + "\"scaleVnfType\":\"%s\",\"scaleByStepData\":{\"aspectId\":\"size\",\"numberOfSteps\":2}}]}";

        assertThat(scale(id, data.formatted(id + "_1", "SCALE_OUT")).status()).isEqualTo(202);
        assertThat(server.instances.lastChange).isEqualTo(new NsChange.Scale("1", "size", 2));
        assertThat(scale(id, data.formatted("1", "SCALE_IN")).status()).isEqualTo(202);
        assertThat(server.instances.lastChange).isEqualTo(new NsChange.Scale("1", "size", -2));
        assertThat(scale(id, data.formatted("1", "SCALE_TO_INSTANTIATION_LEVEL")).status())
                .isEqualTo(400);
        assertThat(scale(id, "{\"scaleType\":\"SCALE_VNF\",\"scaleVnfData\":[]}").status())
                .isEqualTo(400);
        assertThat(scale(id, "{\"scaleType\":\"GROW\"}").status()).isEqualTo(400);
    }

    @Test
    void theServiceIsScaledByItsAspect() {
        String id = up();
        String step =
                "\"scaleNsByStepsData\":{\"scalingDirection\":\"SCALE_OUT\",\"aspectId\":\"a\"}";

        Server.Answer answer =
                scale(id, "{\"scaleType\":\"SCALE_NS\",\"scaleNsData\":{" + step + "}}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(server.instances.lastChange).isEqualTo(new NsChange.Scale("", "a", 1));
        assertThat(scale(id, "{\"scaleType\":\"SCALE_NS\"}").status()).isEqualTo(400);
    }

    @Test
    void theServiceOrOneVnfIsHealed() {
        String id = up();
        String path = PATH + "/" + id + "/heal";

        server.send("POST", path, "{\"healNsData\":{\"degreeHealing\":\"HEAL_RESTORE\"}}");
        assertThat(server.instances.lastChange)
                .isEqualTo(new NsChange.Heal("", "", "HEAL_RESTORE"));
        server.send(
                "POST",
                path,
                "{\"healVnfData\":[{\"vnfInstanceId\":\"1\",\"cause\":\"dead\","
                        + "\"additionalParams\":{\"resourceKey\":\"vnf/1/vdu/web/0\"}}]}");
        assertThat(server.instances.lastChange)
                .isEqualTo(new NsChange.Heal("1", "vnf/1/vdu/web/0", "dead"));
        assertThat(server.send("POST", path, "{}").status()).isEqualTo(400);
    }

    @Test
    void aHealSaysWhatHappensToWhatLooksWell() {
        String path = PATH + "/" + up() + "/heal";

        server.send("POST", path, "{\"healNsData\":{\"degreeHealing\":\"HEAL_RESET\"}}");
        assertThat(server.instances.lastChange)
                .isEqualTo(new NsChange.Heal("", "", "HEAL_RESET", NsChange.HealWay.RECREATE));
        String data =
                "{\"healVnfData\":[{\"vnfInstanceId\":\"1\",\"additionalParams\":{\"way\":\"%s\"}}]}";
        server.send("POST", path, data.formatted("rebuild"));
        assertThat(server.instances.lastChange)
                .isEqualTo(new NsChange.Heal("1", "", "", NsChange.HealWay.REBUILD));
        assertThat(server.send("POST", path, data.formatted("prayer")).status()).isEqualTo(400);
    }

    @Test
    void aVnfIsSwitchedReshapedAndMoved() {
        String id = up();
        String path = PATH + "/" + id + "/update";
        String power =
                "{\"updateType\":\"OPERATE_VNF\",\"operateVnfData\":[{\"vnfInstanceId\":\"%s_1\","
                        + "\"changeStateTo\":\"%s\"}]}";

        Server.Answer stopped = server.send("POST", path, power.formatted(id, "STOPPED"));
        assertThat(stopped.status()).isEqualTo(202);
        assertThat(server.instances.lastChange).isEqualTo(new NsChange.Operate("1", "", false));
        server.send(
                "POST",
                path,
                "{\"updateType\":\"VERTICAL_SCALE\",\"resizeVnfData\":[{\"vnfInstanceId\":\"1\","
                        + "\"vduId\":\"web\",\"numVirtualCpu\":4}]}");
        assertThat(server.instances.lastChange).isEqualTo(new NsChange.Resize("1", "web", 4, 0, 0));
        server.send(
                "POST",
                path,
                "{\"updateType\":\"MIGRATE_VNF\",\"migrateVnfData\":[{\"vimAccount\":\"edge2\"}]}");
        assertThat(server.instances.lastChange).isEqualTo(new NsChange.Migrate("", "edge2"));
        server.send(
                "POST", path, "{\"updateType\":\"SET_PARAMETERS\",\"parameters\":{\"size\":3}}");
        assertThat(server.instances.lastChange).isEqualTo(new NsChange.Adjust(Map.of("size", "3")));

        assertThat(server.send("POST", path, power.formatted(id, "SLEEPY")).status())
                .isEqualTo(400);
        assertThat(server.send("POST", path, "{\"updateType\":\"ADD_VNF\"}").status())
                .isEqualTo(400);
        assertThat(server.send("POST", path, "{\"updateType\":\"MIGRATE_VNF\"}").status())
                .isEqualTo(400);
    }

    @Test
    void theConsoleOfAMachineHasAnAddress() {
        String path = "/api/v1/ns-instances/" + up() + "/console";

        assertThat(
                        server.send("POST", path, "{\"resourceKey\":\"vnf/1/vdu/web/0\"}")
                                .at("/address"))
                .isEqualTo("https://cloud/console?a/vnf/1/vdu/web/0");
        assertThat(server.send("POST", path, "{}").status()).isEqualTo(400);
    }

    @Test
    void aFailedOperationOffersWhatCanBeDone() throws IOException {
        up();
        String id = server.get("/nslcm/v1/ns_lcm_op_occs").at("/0/id");
        String path = "/nslcm/v1/ns_lcm_op_occs/" + id;
        assertThat(server.send("POST", path + "/retry", "").status()).isEqualTo(409);

        server.operations.fail(new OperationId(id));

        Server.Answer failed = server.get(path);
        assertThat(failed.at("/operationState")).isEqualTo("FAILED_TEMP");
        assertThat(failed.at("/error/detail")).isEqualTo("no vCPU left");
        assertThat(failed.at("/_links/rollback/href")).endsWith("/rollback");
        Conformance.check(SCHEMAS + "NsLcmOpOcc.schema.json", failed.json());
        assertThat(server.send("POST", path + "/rollback", "").status()).isEqualTo(202);
        server.operations.fail(new OperationId(id));
        assertThat(server.send("POST", path + "/fail", "").at("/operationState"))
                .isEqualTo("FAILED");
    }

    @Test
    void versionsAreToldToEverybody() throws IOException {
        for (String path : new String[] {"/nslcm/api_versions", "/nsd/v1/api_versions"}) {
            Server.Answer answer = server.raw(path, HttpRequest.Builder::GET);

            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            Conformance.check(SCHEMAS + "ApiVersionInformation.schema.json", answer.json());
        }
    }

    @Test
    void problemsFitTheirSchema() throws IOException {
        Conformance.check(
                SCHEMAS + "ProblemDetails.schema.json", server.get(PATH + "/nothing").json());
    }

    @Test
    void aDryRunTakesTheSameBodies() {
        String id = create("shop").at("/id");

        Server.Answer preview =
                server.send(
                        "POST",
                        "/api/v1/ns-instances/" + id + "/preview",
                        "{\"operation\":\"INSTANTIATE\",\"request\":" + PLAIN + "}");
        Server.Answer fresh =
                server.send(
                        "POST",
                        "/api/v1/ns-instances/preview",
                        "{\"nsName\":\"new\",\"nsdId\":\"shop\",\"request\":" + PLAIN + "}");

        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        assertThat(preview.at("/steps/0/key")).isEqualTo("vld/mgmt");
        assertThat(preview.at("/placements/0/reason")).isEqualTo("the only one");
        assertThat(fresh.status()).as(fresh.text()).isEqualTo(200);
        assertThat(server.instances.rows).hasSize(1);
        assertThat(
                        server.send(
                                        "POST",
                                        "/api/v1/ns-instances/" + id + "/preview",
                                        "{\"operation\":\"DANCE\"}")
                                .status())
                .isEqualTo(400);
    }

    @Test
    void moreThanTheStandardIsToldOnTheOwnPath() {
        String id = up();
        String path = "/api/v1/ns-instances/" + id;

        assertThat(server.get(path).at("/state")).isEqualTo("INSTANTIATED");
        assertThat(server.get(path + "/resources").at("/0/kind")).isEqualTo("network");
        String operation = server.get(path + "/operations").at("/0/id");
        Server.Answer tasks = server.get("/api/v1/operations/" + operation + "/tasks");
        assertThat(tasks.at("/0/attempts/0/problem/code")).isEqualTo("VIM_QUOTA");
        server.operations.fail(new OperationId(operation));
        String skip = "/api/v1/operations/" + operation + "/tasks/" + tasks.at("/0/id") + "/skip";
        assertThat(server.send("POST", skip, "").at("/state")).isEqualTo("PROCESSING");
        assertThat(server.get("/api/v1/operations/" + operation).at("/total")).isEqualTo("5");
    }

    private Server.Answer create(String nsdId) {
        return server.send(
                "POST",
                PATH,
                "{\"nsdId\":\"" + nsdId + "\",\"nsName\":\"a\",\"nsDescription\":\"b\"}");
    }

    private String up() {
        String id = create("shop").at("/id");
        server.send("POST", PATH + "/" + id + "/instantiate", PLAIN);
        return id;
    }

    private Server.Answer scale(String id, String body) {
        return server.send("POST", PATH + "/" + id + "/scale", body);
    }
}
