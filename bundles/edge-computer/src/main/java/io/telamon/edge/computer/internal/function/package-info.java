/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** Where functions come from and how they are run: simulated, Java, processes, HTTP. */
package io.telamon.edge.computer.internal.function;
