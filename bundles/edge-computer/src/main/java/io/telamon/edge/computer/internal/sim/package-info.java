/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** The simulated computer as pure code: no thread, no clock of its own. */
package io.telamon.edge.computer.internal.sim;
