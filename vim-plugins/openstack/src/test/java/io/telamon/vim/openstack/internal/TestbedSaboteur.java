/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import io.telamon.model.resource.Handle;
import io.telamon.openstack.Testbed;
import io.telamon.vim.tck.Saboteur;
import java.util.Map;

/** The kit's faults in the testbed's words. */
record TestbedSaboteur(Testbed bed) implements Saboteur {
    private static final String OVER_QUOTA =
            "{\"NeutronError\":{\"type\":\"OverQuota\",\"message\":\"Quota exceeded for resources:"
                    + " ['network'].\",\"detail\":\"\"}}";

    @Override
    public void nextCreate(String kind, Fault fault) {
        boolean last = fault == Fault.LOST_ANSWER;
        switch (kind) {
            // what is made by two calls is there after the second
            case "network" ->
                    bed.nextRequest(
                            "neutron", "POST", last ? "/subnets$" : "/networks$", rule(fault));
            case "image" ->
                    bed.nextRequest(
                            "glance",
                            last ? "PUT" : "POST",
                            last ? "/images/[^/]+/file$" : "/images$",
                            rule(fault));
            case "security-group" ->
                    bed.nextRequest(
                            "neutron",
                            last ? "PUT" : "POST",
                            last ? "/security-groups/[^/]+$" : "/security-groups$",
                            rule(fault));
            case "router" ->
                    bed.nextRequest(
                            "neutron",
                            last ? "PUT" : "POST",
                            last ? "/routers/[^/]+$" : "/routers$",
                            rule(fault));
            case "floating-address" ->
                    bed.nextRequest("neutron", "POST", "/floatingips$", rule(fault));
            case "stack" -> bed.nextRequest("heat", "POST", "/stacks$", rule(fault));
            case "server-group" ->
                    bed.nextRequest("nova", "POST", "/os-server-groups$", rule(fault));
            default -> bed.nextRequest("nova", "POST", "/" + kind + "s$", rule(fault));
        }
    }

    private static Map<String, Object> rule(Fault fault) {
        return switch (fault) {
            case UNAVAILABLE -> Map.of("status", 503);
            case THROTTLED -> Map.of("status", 429, "retry_after", 7);
            case QUOTA -> Map.of("status", 409, "body", OVER_QUOTA);
            case GARBAGE ->
                    Map.of("status", 200, "body", "<p>Sign in to this network</p>".repeat(200));
            case HANG -> Map.of("status", 503, "delay", 20);
            case LOST_ANSWER -> Map.of("after", true, "drop", true);
        };
    }

    @Override
    public void spoil(String kind, Handle handle, String words) {
        bed.spoil(handle.value(), words);
    }

    @Override
    public void vanish(String kind, Handle handle) {
        bed.vanish(handle.value());
    }
}
