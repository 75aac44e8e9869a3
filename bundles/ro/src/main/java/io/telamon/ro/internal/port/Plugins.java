/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.port;

import io.telamon.model.LaneKind;
import io.telamon.model.account.SettingField;
import io.telamon.model.instance.Account;
import io.telamon.sdn.spi.SdnDriver;
import io.telamon.vim.spi.VimDriver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plug-ins that are installed now, by kind and type. They come and go while Telamon runs;
 * listeners are told. The only place that tracks plug-in services.
 */
@Component(service = Plugins.class)
public final class Plugins {
    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);

    private final Map<String, VimDriver> vims = new ConcurrentHashMap<>();
    private final Map<String, SdnDriver> sdns = new ConcurrentHashMap<>();
    private final List<PluginListener> listeners = new CopyOnWriteArrayList<>();

    /** Hears of plug-ins that come and go; must return quickly. */
    @FunctionalInterface
    public interface PluginListener {
        /** A plug-in of this kind and type arrived or left. */
        void changed(LaneKind kind, String type, boolean present);
    }

    /** A VIM plug-in arrives. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bind(VimDriver driver) {
        vims.put(driver.type(), driver);
        tell(LaneKind.VIM, driver.type(), true);
    }

    /** A VIM plug-in leaves. */
    public void unbind(VimDriver driver) {
        if (vims.remove(driver.type(), driver)) {
            tell(LaneKind.VIM, driver.type(), false);
        }
    }

    /** An SDN plug-in arrives. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bindSdn(SdnDriver driver) {
        sdns.put(driver.type(), driver);
        tell(LaneKind.SDN, driver.type(), true);
    }

    /** An SDN plug-in leaves. */
    public void unbindSdn(SdnDriver driver) {
        if (sdns.remove(driver.type(), driver)) {
            tell(LaneKind.SDN, driver.type(), false);
        }
    }

    /** The VIM plug-in of this type. */
    public Optional<VimDriver> vim(String type) {
        return Optional.ofNullable(vims.get(type));
    }

    /** The SDN plug-in of this type. */
    public Optional<SdnDriver> sdn(String type) {
        return Optional.ofNullable(sdns.get(type));
    }

    /** True when accounts of this kind and type can be served now. */
    public boolean present(LaneKind kind, String type) {
        return kind == LaneKind.VIM ? vims.containsKey(type) : sdns.containsKey(type);
    }

    /** All VIM plug-ins, by type. */
    public Map<String, VimDriver> vims() {
        return new TreeMap<>(vims);
    }

    /** All SDN plug-ins, by type. */
    public Map<String, SdnDriver> sdns() {
        return new TreeMap<>(sdns);
    }

    /** Settings that accounts of this kind and type have; none while the plug-in is absent. */
    public List<SettingField> settings(LaneKind kind, String type) {
        return kind == LaneKind.VIM
                ? vim(type).map(VimDriver::settings).orElse(List.of())
                : sdn(type).map(Plugins::settings).orElse(List.of());
    }

    private static List<SettingField> settings(SdnDriver driver) {
        List<SettingField> fields = new ArrayList<>();
        driver.vimType()
                .ifPresent(
                        type ->
                                fields.add(
                                        new SettingField(
                                                Account.VIM_ACCOUNT,
                                                "VIM account",
                                                "Name or id of the account of type "
                                                        + type
                                                        + " whose servers are chained.",
                                                "",
                                                true)));
        fields.addAll(driver.settings());
        return fields;
    }

    /** Adds a listener; it is not told what is there already. */
    public void listen(PluginListener listener) {
        listeners.add(listener);
    }

    /** Forgets a listener. */
    public void unlisten(PluginListener listener) {
        listeners.remove(listener);
    }

    private void tell(LaneKind kind, String type, boolean present) {
        LOG.info("{} plug-in {} {}", kind, type, present ? "arrived" : "left");
        listeners.forEach(listener -> listener.changed(kind, type, present));
    }
}
