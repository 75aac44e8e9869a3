/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/**
 * One place on a path.
 *
 * @param order place in the path; hops of equal order share the load
 * @param memberIndex member passed
 * @param ingress external connection point where traffic enters
 * @param egress external connection point where it leaves, often the same
 */
public record PathHop(int order, String memberIndex, String ingress, String egress) {}
