/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** The scope interconnect: what joins clouds. */
package io.telamon.shell.internal.interconnect;
