/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** The scope edge: brokers, computers and functions at the edge. */
package io.telamon.shell.internal.edge;
