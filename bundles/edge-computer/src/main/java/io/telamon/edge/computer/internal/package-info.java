/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** The role "computer": its ports, its settings, its life. */
package io.telamon.edge.computer.internal;
