/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills the container at named points and seeded moments while operations run on a cloud that lives
 * in another process, starts it again, and checks promise 1: every accepted operation ends, the
 * cloud holds exactly what the records say, nothing twice, and nothing is left behind when all is
 * taken down.
 */
public final class CrashTrial {
    private static final Set<String> OWN_KINDS = Set.of("server", "network", "server-group");
    private static final Set<String> ALL_KINDS =
            Set.of("server", "network", "server-group", "flavor", "image");
    private static final Duration MOMENT = Duration.ofSeconds(60);
    private static final Duration CALM = Duration.ofSeconds(120);
    private static final int SERVICES = 6;
    private static final int MIXED_FRESH = 14;
    private static final int MIXED_STANDING = 9;
    private static final int IN_FLIGHT = 20;

    private final Bed bed;
    private final Random random;
    private final PrintStream out;
    private String nsd;
    private String outer;

    /**
     * What came of one kill.
     *
     * @param moment when
     * @param hit true when the container really was at that moment
     * @param inFlight tasks that were not settled at the kill, read from the store afterwards
     * @param enough true when that many were wanted; a moment with fewer is not counted
     * @param operations operations that were accepted
     * @param unanswered orders that nobody answered, and how many of those had been accepted
     * @param ended true when all of them ended after the restart
     * @param doubled things that exist twice
     * @param strays things that are not recorded, or recorded and not there
     * @param leftovers things in the cloud after everything was terminated
     */
    public record Row(
            String moment,
            boolean hit,
            int inFlight,
            boolean enough,
            int operations,
            String unanswered,
            boolean ended,
            int doubled,
            int strays,
            int leftovers) {
        /** True when the promise held. */
        public boolean good() {
            return hit && ended && doubled == 0 && strays == 0 && leftovers == 0;
        }
    }

    /** A trial on a bed; the seed decides all random choices. */
    public CrashTrial(Bed bed, long seed, PrintStream out) {
        this.bed = bed;
        this.random = new Random(seed);
        this.out = out;
    }

    /** Starts Telamon once, registers the cloud and on-boards the samples. */
    public void prepare() {
        bed.telamon().start();
        Services services = new Services(bed.signIn());
        services.addVim(Bed.WORLD, "simulator", bed.world().endpoint(Bed.WORLD));
        Path samples = bed.samples();
        services.onboard(samples.resolve("sol006/edge_web_vnf.tar.gz"));
        services.onboard(samples.resolve("sol006/edge_store_vnf.tar.gz"));
        nsd = services.onboard(samples.resolve("sol006/edge_cache_ns.tar.gz"));
        outer = services.onboard(bed.nesting("edge-cache"));
    }

    /** Does one kill and says what came of it; Telamon runs before and afterwards. */
    public Row run(CrashMoment moment) throws IOException {
        Path marker = bed.telamon().home().resolve("crash-point");
        Files.deleteIfExists(marker);
        if (moment.trigger() instanceof CrashMoment.Trigger.Point point) {
            int count =
                    moment.scene() == CrashMoment.Scene.INSTANTIATE ? 3 + random.nextInt(25) : 1;
            bed.telamon().stop();
            bed.telamon().start("-Dtelamon.crash=" + point.point() + ":" + count + ":" + marker);
        }
        boolean mixed = moment.scene() == CrashMoment.Scene.MIXED;
        Load load = new Load(bed, new Services(bed.signIn()), random);
        load.prepare(moment.scene(), nsd, mixed ? MIXED_STANDING : SERVICES);
        String gate = arm(moment);
        pace(moment.pace());
        load.begin(
                moment,
                moment.scene() == CrashMoment.Scene.NESTED ? outer : nsd,
                mixed ? MIXED_FRESH : SERVICES);
        if (!mixed) {
            load.awaitAnswers();
        }
        boolean hit = catchMoment(moment, marker, gate);
        Instant killed = Instant.now();
        bed.telamon().kill9();
        pace(CrashMoment.Pace.QUICK);
        bed.control().clearFaults();
        if (!gate.isEmpty()) {
            bed.control().release(gate);
        }
        Row row = after(moment, hit, killed, load);
        out.println(row);
        return row;
    }

    private void pace(CrashMoment.Pace pace) {
        bed.control()
                .configure(
                        Bed.WORLD,
                        "{\"timing\":{\"latencyMs\":%d,\"buildMs\":{\"server\":%d}}}"
                                .formatted(pace.latencyMillis(), pace.buildMillis()));
    }

    private String arm(CrashMoment moment) {
        return moment.trigger() instanceof CrashMoment.Trigger.Gate gate
                ? bed.control()
                        .gate(
                                "{\"world\":\"%s\",\"verb\":\"create\",\"kind\":\"server\",\"moment\":\"%s\",\"nth\":%d,\"hold\":1}"
                                        .formatted(Bed.WORLD, gate.moment(), 1 + random.nextInt(8)))
                : "";
    }

    private boolean catchMoment(CrashMoment moment, Path marker, String gate) {
        if (moment.trigger() instanceof CrashMoment.Trigger.Time time) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(time.millis()));
            return true;
        }
        if (!gate.isEmpty()) {
            return bed.control().awaitGate(gate, 1, MOMENT).path("hits").asInt() >= 1;
        }
        try {
            Await.untilTrue(moment.name() + " to be reached", MOMENT, () -> Files.exists(marker));
            return true;
        } catch (IllegalStateException never) {
            return false;
        }
    }

    private Row after(CrashMoment moment, boolean hit, Instant killed, Load load) {
        bed.telamon().start();
        Services services = new Services(bed.signIn());
        load.reconcile(services);
        boolean ended = load.settle(services) && load.refused().isEmpty();
        load.refused().forEach(out::println);
        int inFlight = load.inFlightAt(killed, services);
        boolean enough = moment.scene() != CrashMoment.Scene.MIXED || inFlight >= IN_FLIGHT;
        int doubled =
                (int)
                        bed.thingsByToken(ALL_KINDS).values().stream()
                                .filter(count -> count > 1)
                                .count();
        int strays = strays(services);
        load.takeDown(services);
        Set<String> left = bed.things(ALL_KINDS);
        try {
            Await.untilTrue(
                    "the cloud to be empty",
                    CALM.dividedBy(12),
                    () -> bed.things(ALL_KINDS).isEmpty());
            left = Set.of();
        } catch (IllegalStateException still) {
            left = bed.things(ALL_KINDS);
        }
        return new Row(
                moment.name(),
                hit,
                inFlight,
                enough,
                load.accepted(),
                load.unanswered(),
                ended,
                doubled,
                strays,
                left.size());
    }

    /** Things that are in one of cloud and records only. */
    private int strays(Services services) {
        Set<String> recorded = new TreeSet<>();
        for (String instance : services.instances()) {
            for (JsonNode thing : services.resources(instance)) {
                if (OWN_KINDS.contains(thing.path("kind").asText())
                        && thing.path("state").asText().equals("ACTIVE")) {
                    recorded.add(thing.path("handle").asText());
                }
            }
        }
        Set<String> there = bed.things(OWN_KINDS);
        Set<String> both = new TreeSet<>(recorded);
        both.retainAll(there);
        return recorded.size() + there.size() - 2 * both.size();
    }
}
