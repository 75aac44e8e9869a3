/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import java.util.List;

/**
 * An account that came with a file.
 *
 * @param account as registered; without id after a dry run
 * @param notes what was not taken over and why
 */
public record ImportedAccount(AccountInfo account, List<String> notes) {}
