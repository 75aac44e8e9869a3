/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** The scope user: users, roles and tokens. */
package io.telamon.shell.internal.user;
