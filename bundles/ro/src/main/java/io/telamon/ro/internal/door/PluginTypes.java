/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.door;

import io.telamon.model.LaneKind;
import io.telamon.model.account.SettingField;
import io.telamon.model.instance.Account;
import io.telamon.northbound.api.PluginTypeView;
import io.telamon.ro.internal.port.Plugins;
import java.util.List;
import java.util.stream.Stream;

/** Shows the installed plug-ins as doors want them. */
final class PluginTypes {
    private PluginTypes() {}

    static List<PluginTypeView> of(Plugins plugins) {
        return Stream.concat(
                        plugins.vims().keySet().stream()
                                .map(type -> view(plugins, LaneKind.VIM, type)),
                        plugins.sdns().keySet().stream()
                                .map(type -> view(plugins, LaneKind.SDN, type)))
                .toList();
    }

    private static PluginTypeView view(Plugins plugins, LaneKind kind, String type) {
        return new PluginTypeView(
                kind, type, plugins.settings(kind, type).stream().map(PluginTypes::field).toList());
    }

    /** Labels of the settings that an account must have and has not; none while no plug-in says. */
    static List<String> missing(Plugins plugins, Account account) {
        return plugins.settings(account.lane().kind(), account.type()).stream()
                .filter(SettingField::required)
                .filter(field -> blank(account.settings().get(field.name())))
                .map(field -> field.label() + " (" + field.name() + ")")
                .toList();
    }

    private static boolean blank(String value) {
        return value == null || value.isBlank();
    }

    private static PluginTypeView.Field field(SettingField field) {
        return new PluginTypeView.Field(
                field.name(), field.label(), field.help(), field.defaultValue(), field.required());
    }
}
