/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** The scope op: operations. */
package io.telamon.shell.internal.op;
