/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.door;

import io.telamon.model.LaneKind;
import io.telamon.model.instance.Account;
import io.telamon.northbound.api.PluginTypeView;
import io.telamon.ro.internal.port.Plugins;
import io.telamon.vim.spi.SettingField;
import java.util.List;
import java.util.stream.Stream;

/** Shows the installed plug-ins as doors want them. */
final class PluginTypes {
    private PluginTypes() {}

    static List<PluginTypeView> of(Plugins plugins) {
        Stream<PluginTypeView> vims =
                plugins.vims().values().stream()
                        .map(
                                driver ->
                                        new PluginTypeView(
                                                LaneKind.VIM,
                                                driver.type(),
                                                driver.settings().stream()
                                                        .map(PluginTypes::field)
                                                        .toList()));
        Stream<PluginTypeView> sdns =
                plugins.sdnTypes().stream()
                        .map(type -> new PluginTypeView(LaneKind.SDN, type, List.of()));
        return Stream.concat(vims, sdns).toList();
    }

    /** Labels of the settings that an account must have and has not; none while no plug-in says. */
    static List<String> missing(Plugins plugins, Account account) {
        return account.lane().kind() == LaneKind.VIM
                ? plugins.vim(account.type()).stream()
                        .flatMap(driver -> driver.settings().stream())
                        .filter(SettingField::required)
                        .filter(field -> blank(account.settings().get(field.name())))
                        .map(field -> field.label() + " (" + field.name() + ")")
                        .toList()
                : List.of();
    }

    private static boolean blank(String value) {
        return value == null || value.isBlank();
    }

    private static PluginTypeView.Field field(SettingField field) {
        return new PluginTypeView.Field(
                field.name(), field.label(), field.help(), field.defaultValue(), field.required());
    }
}
