/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** Names that commands take and complete. */
package io.telamon.shell.internal.names;
