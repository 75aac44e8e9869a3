/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.Optional;

/**
 * A parameter of a primitive (OSM {@code parameter}).
 *
 * @param name name
 * @param value value or default; may hold variables such as {@code <rw_mgmt_ip>}
 * @param dataType such as STRING or INTEGER
 * @param mandatory whether a caller must give it
 */
public record PrimitiveParameter(
        String name, Optional<String> value, String dataType, boolean mandatory) {}
