/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.account;

/**
 * One setting of an account, rendered by the portal and checked by the facade.
 *
 * @param name key in the account's settings
 * @param label text for people
 * @param help one sentence
 * @param defaultValue used when absent
 * @param required true when it must be given
 */
public record SettingField(
        String name, String label, String help, String defaultValue, boolean required) {}
