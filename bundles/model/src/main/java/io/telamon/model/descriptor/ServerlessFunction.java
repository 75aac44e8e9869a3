/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/**
 * Marks a VDU that is an action of a serverless platform (5G-MEDIA form: {@code image} is {@code
 * /namespace/package/action}, {@code cloud-init} may hold {@code bootstrap} or {@code start}).
 *
 * @param namespace first part of the path
 * @param packageName second part of the path
 * @param action third part of the path
 * @param start when it runs
 */
public record ServerlessFunction(
        String namespace, String packageName, String action, FunctionStart start) {
    /** Returns the fully qualified action name. */
    public String path() {
        return "/" + namespace + "/" + packageName + "/" + action;
    }
}
