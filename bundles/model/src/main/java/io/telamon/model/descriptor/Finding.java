/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/**
 * One thing said about a package.
 *
 * @param severity how grave
 * @param code stable code for programs, such as REFERENCE_DANGLING
 * @param place where it is
 * @param message what is wrong, naming the object
 * @param hint what to do, empty when nothing can be advised
 */
public record Finding(
        Severity severity, String code, FindingPlace place, String message, String hint) {}
