/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.sol;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.instance.Topology;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.rest.internal.http.Calls;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns the standard's requests into wishes of the facade. What cannot be carried out is refused by
 * name, never dropped.
 */
public final class Changes {
    private static final String ALL_MEMBERS = "*";
    private static final String RULES = "placementRules";

    private final Clock clock;

    /** Compares requested times with {@code clock}. */
    public Changes(Clock clock) {
        this.clock = clock;
    }

    /**
     * {@code additionalParamsForNs} holds {@code vimAccount}, {@code placement}, {@code drift}, and
     * for members placed by Telamon {@code placementRules}.
     */
    public NsChange instantiate(NsRequests.InstantiateNsRequest body) {
        NsRequests.InstantiateNsRequest wish = Calls.body(body);
        Calls.required(wish.nsFlavourId(), "nsFlavourId is missing");
        String how = "place VNFs by additionalParamsForNs.vimAccount or .placement";
        refuse("locationConstraints", wish.locationConstraints(), how);
        refuse("vnfInstanceData", wish.vnfInstanceData(), "VNFs are made with their service");
        refuse("nestedNsInstanceData", wish.nestedNsInstanceData(), "leave it out");
        refuse("sapData", wish.sapData(), "leave it out");
        refuse("addpnfData", wish.addpnfData(), "leave it out");
        refuse(
                "additionalAffinityOrAntiAffinityRule",
                wish.additionalAffinityOrAntiAffinityRule(),
                "put the rule into the descriptor");
        now("startTime", wish.startTime());
        Map<String, Object> extra = orEmpty(wish.additionalParamsForNs());
        Map<String, String> parameters = new HashMap<>();
        extra.forEach((name, value) -> flatten(name, value, parameters));
        parameters.keySet().removeIf(Changes::isOurs);
        if (wish.nsInstantiationLevelId() != null && !wish.nsInstantiationLevelId().isBlank()) {
            parameters.put("nsInstantiationLevelId", wish.nsInstantiationLevelId());
        }
        for (NsRequests.ParamsForVnf one : orNone(wish.additionalParamsForVnf())) {
            String prefix = "vnf/" + Calls.required(one.vnfProfileId(), "vnfProfileId is missing");
            orEmpty(one.additionalParams())
                    .forEach((name, value) -> flatten(prefix + "/" + name, value, parameters));
        }
        return new NsChange.Instantiate(
                placement(extra), parameters, drift(extra), Rules.of(extra.get(RULES)));
    }

    /** One aspect of one VNF, or of the service. */
    public NsChange scale(NsRequests.ScaleNsRequest body) {
        NsRequests.ScaleNsRequest wish = Calls.body(body);
        now("scaleTime", wish.scaleTime());
        return switch (String.valueOf(wish.scaleType())) {
            case "SCALE_VNF" -> scaleVnf(Updates.only("scaleVnfData", wish.scaleVnfData()));
            case "SCALE_NS" -> scaleNs(wish.scaleNsData());
            default -> throw refused("scaleType is SCALE_NS or SCALE_VNF");
        };
    }

    /** The whole service, or one VNF of it. */
    public NsChange heal(NsRequests.HealNsRequest body) {
        return Updates.heal(Calls.body(body));
    }

    /** Power, shape or place of one VNF. */
    public NsChange update(NsRequests.UpdateNsRequest body) {
        NsRequests.UpdateNsRequest wish = Calls.body(body);
        now("updateTime", wish.updateTime());
        return Updates.update(wish);
    }

    /** At once. */
    public NsChange terminate(NsRequests.TerminateNsRequest body) {
        if (body != null) {
            now("terminationTime", body.terminationTime());
        }
        return new NsChange.Terminate();
    }

    /** Member index in a VNF instance id ({@code <ns instance id>_<member index>}) or as it is. */
    public static String member(String vnfInstanceId) {
        String id = Calls.required(vnfInstanceId, "vnfInstanceId is missing");
        return id.matches("[0-9a-fA-F-]{36}_.+") ? id.substring(37) : id;
    }

    private static NsChange scaleVnf(NsRequests.ScaleVnfData one) {
        String type = String.valueOf(one.scaleVnfType());
        if (!type.equals("SCALE_OUT") && !type.equals("SCALE_IN")) {
            throw refused("scaleVnfType is SCALE_OUT or SCALE_IN; levels are not offered");
        }
        NsRequests.ByStep step =
                Calls.required(one.scaleByStepData(), "scaleByStepData is missing");
        return new NsChange.Scale(member(one.vnfInstanceId()), aspect(step), steps(step, type));
    }

    private static NsChange scaleNs(NsRequests.ScaleNsData data) {
        NsRequests.ByStep step =
                Calls.required(
                        data == null ? null : data.scaleNsByStepsData(),
                        "scaleNsData.scaleNsByStepsData is missing; other ways are not offered");
        String direction = Calls.required(step.scalingDirection(), "scalingDirection is missing");
        if (!direction.equals("SCALE_OUT") && !direction.equals("SCALE_IN")) {
            throw refused("scalingDirection is SCALE_OUT or SCALE_IN");
        }
        return new NsChange.Scale("", aspect(step), steps(step, direction));
    }

    private static String aspect(NsRequests.ByStep step) {
        return Calls.required(step.aspectId(), "aspectId is missing");
    }

    private static int steps(NsRequests.ByStep step, String direction) {
        int number = step.numberOfSteps() == null ? 1 : step.numberOfSteps();
        if (number < 1) {
            throw refused("numberOfSteps is 1 or more, not " + number);
        }
        return direction.equals("SCALE_OUT") ? number : -number;
    }

    private static Map<String, String> placement(Map<String, Object> extra) {
        Map<String, String> placement = new HashMap<>();
        Object everywhere = extra.get("vimAccount");
        if (everywhere != null) {
            placement.put(ALL_MEMBERS, everywhere.toString());
        }
        Object each = extra.get("placement");
        if (each instanceof Map<?, ?> members) {
            members.forEach((member, vim) -> placement.put(member.toString(), String.valueOf(vim)));
        } else if (each != null) {
            throw refused("placement is an object: member index to VIM account");
        }
        return placement;
    }

    private static String drift(Map<String, Object> extra) {
        Object wanted = extra.get("drift");
        String word = wanted == null ? Topology.REPORT : wanted.toString().toLowerCase(Locale.ROOT);
        if (!word.equals(Topology.REPORT) && !word.equals(Topology.HEAL)) {
            throw refused("drift is report or heal, not " + word);
        }
        return word;
    }

    private static boolean isOurs(String name) {
        return name.equals("vimAccount")
                || name.equals("drift")
                || name.startsWith("placement/")
                || name.startsWith(RULES + "/");
    }

    private static void flatten(String name, Object value, Map<String, String> into) {
        if (value instanceof Map<?, ?> inner) {
            inner.forEach((key, deeper) -> flatten(name + "/" + key, deeper, into));
        } else if (value instanceof Collection<?>) {
            throw refused("Parameter " + name + " is a list; parameters are texts and objects");
        } else if (value != null) {
            into.put(name, value.toString());
        }
    }

    private void now(String field, Instant time) {
        if (time != null && time.isAfter(clock.instant())) {
            throw refused(field + " lies ahead: operations start at once, leave it out");
        }
    }

    private static void refuse(String field, List<?> value, String instead) {
        if (value != null && !value.isEmpty()) {
            throw refused(field + " is not offered: " + instead);
        }
    }

    private static Map<String, Object> orEmpty(Map<String, Object> map) {
        return map == null ? Map.of() : map;
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }

    static TelamonException refused(String why) {
        return new TelamonException(ErrorCode.INVALID_ARGUMENT, "%s", why);
    }
}
