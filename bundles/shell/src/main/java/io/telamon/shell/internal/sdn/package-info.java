/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** The scope sdn: SDN accounts. */
package io.telamon.shell.internal.sdn;
