/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** Gives committed events their positions and delivers them. */
package io.telamon.events.internal;
