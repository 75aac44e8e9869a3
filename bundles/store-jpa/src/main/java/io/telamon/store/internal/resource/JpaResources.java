/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.resource;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.ResourceId;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.Resource;
import io.telamon.store.api.Resources;
import io.telamon.store.internal.base.Db;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Recorded resources in the database. */
public final class JpaResources implements Resources {
    /** So many rows are read one by one faster than a list of keys is translated. */
    private static final int FEW = 16;

    private final Db db;

    /** Works in the transaction of {@code db}. */
    public JpaResources(Db db) {
        this.db = db;
    }

    @Override
    public void add(List<Resource> resources) {
        db.insertAll(Db.map(resources, this::row));
    }

    @Override
    public void save(List<Resource> resources) {
        db.updateAll(Db.map(resources, this::row));
    }

    @Override
    public Optional<Resource> find(ResourceId id) {
        return db.get(ResourceRow.class, id.value()).map(this::model);
    }

    @Override
    public List<Resource> find(Collection<ResourceId> ids) {
        List<String> keys = ids.stream().map(ResourceId::value).distinct().toList();
        if (keys.size() <= FEW) {
            return keys.stream()
                    .flatMap(key -> db.get(ResourceRow.class, key).stream())
                    .map(this::model)
                    .toList();
        }
        return Db.map(
                db.listIn(ResourceRow.class, "from ResourceRow r where r.id in (?1)", keys),
                this::model);
    }

    @Override
    public List<Resource> ofInstance(NsInstanceId instance) {
        return models(
                "from ResourceRow r where r.nsId = ?1 and r.liveLane is not null"
                        + " order by r.resourceKey",
                instance.value());
    }

    @Override
    public List<Resource> onLane(LaneId lane) {
        return models("from ResourceRow r where r.liveLane = ?1", lane.toString());
    }

    @Override
    public Optional<Resource> byToken(RequestToken token) {
        return models("from ResourceRow r where r.token = ?1", token.value()).stream().findFirst();
    }

    @Override
    public Optional<Resource> shared(LaneId lane, String sharedKey) {
        Optional<Resource> staying =
                models(
                                "from ResourceRow r where r.lane = ?1 and r.sharedKey = ?2",
                                lane.toString(),
                                sharedKey)
                        .stream()
                        .findFirst();
        return staying.isPresent() ? staying : leaving(lane, sharedKey);
    }

    private Optional<Resource> leaving(LaneId lane, String sharedKey) {
        return models(
                        "from ResourceRow r where r.liveLane = ?1 and r.resourceKey = ?2"
                                + " and r.nsId = ?3",
                        lane.toString(),
                        sharedKey,
                        Resource.SHARED.value())
                .stream()
                .findFirst();
    }

    private List<Resource> models(String query, Object... parameters) {
        return Db.map(db.list(ResourceRow.class, query, parameters), this::model);
    }

    private ResourceRow row(Resource resource) {
        return ResourceRow.of(resource, db.documents());
    }

    private Resource model(ResourceRow row) {
        return row.toModel(db.documents());
    }
}
