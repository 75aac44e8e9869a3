/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.Map;

/**
 * A template of the orchestration service of OpenStack (HOT) that a package brings and that makes
 * the whole VNF: {@code BaseHOT/<flavour>/*.yaml} as Tacker has it, or {@code hot/*.yaml}.
 *
 * @param path path of the template in the package
 * @param files size in bytes by path of the template and of all files around it
 * @param parameters what the template asks for: true by name where it has no default
 */
public record StackTemplate(String path, Map<String, Long> files, Map<String, Boolean> parameters) {
    /** Copies the maps. */
    public StackTemplate {
        files = Map.copyOf(files);
        parameters = Map.copyOf(parameters);
    }
}
