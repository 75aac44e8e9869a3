/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.fakes;

import io.telamon.model.LaneId;
import io.telamon.model.ResourceId;
import io.telamon.model.VimAccountId;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.model.plan.TaskVerb;
import io.telamon.model.resource.FlavorSpec;
import io.telamon.model.resource.InterfaceSpec;
import io.telamon.model.resource.IpProfile;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.Value;
import io.telamon.northbound.api.TaskView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the fake world would do for a wish: simple, and of the same shape as the real planner's. */
final class FakePlans {
    private FakePlans() {}

    static Map<String, ResourceSpec> wanted(String name, int webs) {
        Map<String, ResourceSpec> wanted = new LinkedHashMap<>();
        for (String net : List.of("mgmt", "data")) {
            wanted.put("vld/" + net, new NetworkSpec(name + "-" + net, IpProfile.any(), "", ""));
        }
        wanted.put("flavor/small", FlavorSpec.named(2, 2048, 10, Map.of()));
        for (int i = 0; i < webs; i++) {
            wanted.put("vnf/1/vdu/web/" + i, server(name + "-web-" + i));
        }
        wanted.put("vnf/2/vdu/db/0", server(name + "-db-0"));
        return wanted;
    }

    private static ServerSpec server(String name) {
        return new ServerSpec(
                name,
                Value.of("ubuntu"),
                Value.ref("flavor/small"),
                List.of(
                        new InterfaceSpec("eth0", Value.ref("vld/mgmt"), "", "", "virtio", false),
                        new InterfaceSpec("eth1", Value.ref("vld/data"), "", "", "virtio", false)),
                "",
                Value.of(""),
                ServerSpec.Day0.none());
    }

    static Resource planned(NsInstance instance, String key, ResourceSpec spec, VimAccountId vim) {
        return new Resource(
                ResourceId.create(),
                new Resource.Owner(instance.tenant(), instance.id(), LaneId.of(vim)),
                key,
                spec,
                new RequestToken("t-" + key),
                ResourceState.PLANNED,
                "",
                Map.of(),
                false);
    }

    static List<TaskView> tasks(
            Operation operation, List<Resource> resources, TaskVerb verb, String account) {
        Instant now = Instant.now();
        List<TaskView> made = new ArrayList<>();
        for (Resource resource : resources) {
            Set<io.telamon.model.TaskId> after =
                    resource.spec().references().isEmpty()
                            ? Set.of()
                            : made.stream()
                                    .map(TaskView::task)
                                    .filter(task -> !task.key().startsWith("vnf/"))
                                    .map(Task::id)
                                    .collect(Collectors.toSet());
            Task task =
                    new Task(
                            FakeWorld.newTask(),
                            operation.id(),
                            resource.id(),
                            resource.owner().lane(),
                            verb,
                            resource.key(),
                            Task.Payload.none(),
                            verb == TaskVerb.CREATE ? after : Set.of(),
                            Task.Status.first(
                                    after.isEmpty() ? TaskState.READY : TaskState.BLOCKED, now));
            made.add(new TaskView(task, account, List.of()));
        }
        return made;
    }

    static ResourceState after(TaskVerb verb, TaskState task, ResourceState before) {
        return switch (task) {
            case RUNNING, BUILDING ->
                    verb == TaskVerb.DELETE ? ResourceState.DELETING : ResourceState.BUILDING;
            case DONE -> verb == TaskVerb.DELETE ? ResourceState.DELETED : ResourceState.ACTIVE;
            case FAILED -> ResourceState.ERROR;
            default -> before;
        };
    }
}
