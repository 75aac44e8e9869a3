/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** What portal and shell may know about the edge: who is there and who serves what. */
package io.telamon.edge.api;
