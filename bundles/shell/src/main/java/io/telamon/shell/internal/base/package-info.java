/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** What all commands share: caller, facades, tables, waiting, errors. */
package io.telamon.shell.internal.base;
