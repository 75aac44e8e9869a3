/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** What the commands on VIM and SDN accounts share; they differ by the kind of account. */
package io.telamon.shell.internal.account;
