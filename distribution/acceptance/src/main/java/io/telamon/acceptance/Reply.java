/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Telamon answered, good or bad.
 *
 * @param status HTTP status
 * @param body JSON, an empty object when there was none
 * @param location header {@code Location}, empty when absent
 * @param etag header {@code ETag}, empty when absent
 */
public record Reply(int status, JsonNode body, String location, String etag) {
    /** True when the request was refused. */
    public boolean refused() {
        return status >= 400;
    }

    /** Last part of the location. */
    public String created() {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Code of the problem, empty when it is none. */
    public String code() {
        return body.path("code").asText("");
    }

    /** Words of the problem, empty when it is none. */
    public String detail() {
        return body.path("detail").asText("");
    }

    /** Codes of findings about a package, whether it was taken or refused. */
    public Set<String> findings() {
        JsonNode list = refused() ? body.path("findings") : body.at("/report/findings");
        Set<String> codes = new TreeSet<>();
        list.forEach(finding -> codes.add(finding.path("code").asText()));
        return codes;
    }
}
