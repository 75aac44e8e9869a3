/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** The scope vim: VIM accounts. */
package io.telamon.shell.internal.vim;
