/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.time.Duration;
import java.util.Optional;

/**
 * What is done when a VDU fails (OSM {@code healing-aspect}).
 *
 * @param id identifier
 * @param vduId VDU watched, all of them when absent
 * @param automatic whether it acts without a person
 * @param action such as REDEPLOY_ONLY, REBOOT or REBOOT_THEN_REDEPLOY
 * @param cooldown least time between two attempts
 * @param day1 whether the day-1 primitives run again
 */
public record HealingPolicy(
        String id,
        Optional<String> vduId,
        boolean automatic,
        String action,
        Duration cooldown,
        boolean day1) {}
