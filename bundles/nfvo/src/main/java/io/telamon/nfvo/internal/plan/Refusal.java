/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.plan;

import io.telamon.errors.ErrorCode;

/**
 * Why a change cannot be accepted; shown in the dry run, thrown otherwise.
 *
 * @param code what kind of refusal
 * @param reason names the object, the cause with numbers, and what would help
 */
public record Refusal(ErrorCode code, String reason) {}
