/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** The edge as doors see it. */
package io.telamon.edge.desk.internal;
