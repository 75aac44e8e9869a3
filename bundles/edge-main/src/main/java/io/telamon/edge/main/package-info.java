/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** The roles of the edge and their clients as programs, outside the container. */
package io.telamon.edge.main;
