/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.sol;

import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.rest.internal.http.Calls;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns updates and repairs of running services into wishes of the facade. */
final class Updates {
    private static final String KEY = "resourceKey";

    private Updates() {}

    static NsChange update(NsRequests.UpdateNsRequest wish) {
        return switch (String.valueOf(wish.updateType())) {
            case "OPERATE_VNF" -> operate(only("operateVnfData", wish.operateVnfData()));
            case "VERTICAL_SCALE" -> resize(only("resizeVnfData", wish.resizeVnfData()));
            case "MIGRATE_VNF" -> migrate(only("migrateVnfData", wish.migrateVnfData()));
            case "SET_PARAMETERS" -> adjust(wish.parameters());
            default ->
                    throw Changes.refused(
                            "updateType is OPERATE_VNF, VERTICAL_SCALE, MIGRATE_VNF or"
                                    + " SET_PARAMETERS; "
                                    + wish.updateType()
                                    + " is not offered");
        };
    }

    static NsChange heal(NsRequests.HealNsRequest wish) {
        if (wish.healVnfData() != null && !wish.healVnfData().isEmpty()) {
            NsRequests.HealVnfData one = only("healVnfData", wish.healVnfData());
            String key = text(one.additionalParams(), KEY);
            String member = Changes.member(one.vnfInstanceId());
            String cause = one.cause() == null ? "" : one.cause();
            String way = text(one.additionalParams(), "way");
            return way.isEmpty()
                    ? new NsChange.Heal(member, key, cause)
                    : new NsChange.Heal(member, key, cause, way(way));
        }
        if (wish.healNsData() == null) {
            throw Changes.refused("healNsData or healVnfData is missing");
        }
        String degree =
                Calls.required(wish.healNsData().degreeHealing(), "degreeHealing is missing");
        NsChange.HealWay way =
                degree.equals("HEAL_RESET") ? NsChange.HealWay.RECREATE : NsChange.HealWay.BROKEN;
        return new NsChange.Heal("", "", degree, way);
    }

    static <T> T only(String field, List<T> all) {
        if (all == null || all.size() != 1) {
            throw Changes.refused(field + " must hold one element; ask once for each VNF");
        }
        return all.get(0);
    }

    private static NsChange operate(NsRequests.OperateVnfData one) {
        String state = String.valueOf(one.changeStateTo());
        if (!state.equals("STARTED") && !state.equals("STOPPED")) {
            throw Changes.refused("changeStateTo is STARTED or STOPPED");
        }
        return new NsChange.Operate(
                Changes.member(one.vnfInstanceId()),
                text(one.additionalParam(), KEY),
                state.equals("STARTED"));
    }

    private static NsChange resize(NsRequests.ResizeVnfData one) {
        return new NsChange.Resize(
                Changes.member(one.vnfInstanceId()),
                Calls.required(one.vduId(), "vduId is missing"),
                orZero(one.numVirtualCpu()),
                orZero(one.virtualMemoryMb()),
                orZero(one.sizeOfStorageGb()));
    }

    private static NsChange adjust(Map<String, Object> parameters) {
        Map<String, String> texts = new HashMap<>();
        Calls.required(parameters, "parameters is missing")
                .forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return new NsChange.Adjust(texts);
    }

    private static NsChange migrate(NsRequests.MigrateVnfData one) {
        boolean all = one.vnfInstanceId() == null || one.vnfInstanceId().isBlank();
        return new NsChange.Migrate(
                all ? "" : Changes.member(one.vnfInstanceId()),
                Calls.required(one.vimAccount(), "vimAccount is missing"));
    }

    private static NsChange.HealWay way(String text) {
        try {
            return NsChange.HealWay.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Changes.refused("way is broken, recreate or rebuild, not " + text);
        }
    }

    private static String text(Map<String, Object> map, String name) {
        Object value = map == null ? null : map.get(name);
        return value == null ? "" : value.toString();
    }

    private static int orZero(Integer number) {
        return number == null ? 0 : number;
    }
}
