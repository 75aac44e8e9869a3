/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/**
 * What every descriptor says about itself (SOL006 {@code id, designer/provider, name/product-name,
 * version, ext-invariant-id}; OSM {@code id, name, vendor}; Open Baton {@code name, vendor}).
 *
 * @param id identifier that other descriptors refer to, never blank
 * @param name name for people, the id where the language has none
 * @param provider vendor or designer, empty when not said
 * @param version version text, empty when not said
 * @param description free text, empty when not said
 * @param invariantId identifier shared by all versions, the id where the language has none
 */
public record DescriptorInfo(
        String id,
        String name,
        String provider,
        String version,
        String description,
        String invariantId) {
    /** Refuses a blank id; blank name and invariant id become the id. */
    public DescriptorInfo {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A descriptor needs an id");
        }
        name = name.isBlank() ? id : name;
        invariantId = invariantId.isBlank() ? id : invariantId;
    }

    /** Returns the smallest possible description: id and version. */
    public static DescriptorInfo of(String id, String version) {
        return new DescriptorInfo(id, id, "", version, "", id);
    }
}
