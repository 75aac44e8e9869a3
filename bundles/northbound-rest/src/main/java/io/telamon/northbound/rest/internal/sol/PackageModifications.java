/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.sol;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a client may say about a package: NsdInfoModifications, VnfPkgInfoModifications,
 * PnfdInfoModifications and the Create requests of SOL005.
 *
 * @param operationalState ENABLED or DISABLED, null to keep
 * @param userDefinedData data to merge (RFC 7396: null removes a key), null to keep
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PackageModifications(
        @JsonAlias("nsdOperationalState") String operationalState,
        Map<String, Object> userDefinedData) {
    Boolean enabled() {
        if (operationalState == null) {
            return null;
        }
        return switch (operationalState) {
            case "ENABLED" -> true;
            case "DISABLED" -> false;
            default ->
                    throw new TelamonException(
                            ErrorCode.INVALID_ARGUMENT,
                            "The operational state is ENABLED or DISABLED, not %s",
                            operationalState);
        };
    }

    /** User data after the change; null when nothing changes. */
    Map<String, String> merged(Map<String, String> before) {
        if (userDefinedData == null) {
            return null;
        }
        Map<String, String> after = new LinkedHashMap<>(before);
        userDefinedData.forEach(
                (key, value) -> {
                    if (value == null) {
                        after.remove(key);
                    } else {
                        after.put(key, String.valueOf(value));
                    }
                });
        return after;
    }
}
