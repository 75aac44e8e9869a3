/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** What happens around a function: states, chains, graphs with joins, answers by callback. */
package io.telamon.edge.computer.internal.flow;
