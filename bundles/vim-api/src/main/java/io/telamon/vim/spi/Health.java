/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.spi;

import java.time.Duration;

/**
 * Answer of a probe.
 *
 * @param ok true when the account works
 * @param reason why not, in the cloud's words; empty when ok
 * @param latency time of the probe's call
 */
public record Health(boolean ok, String reason, Duration latency) {}
