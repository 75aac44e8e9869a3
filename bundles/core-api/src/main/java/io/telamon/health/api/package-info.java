/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** Readiness of the container, told by those who know. */
package io.telamon.health.api;
