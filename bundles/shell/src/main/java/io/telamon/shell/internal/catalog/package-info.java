/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** The scope catalog: packages. */
package io.telamon.shell.internal.catalog;
