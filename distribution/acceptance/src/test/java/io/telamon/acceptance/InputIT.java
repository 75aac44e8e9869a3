/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Good and bad input on one real distribution, with the clouds in processes of their own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InputIT {
    private static Bed bed;
    private static Rest rest;

    @BeforeAll
    static void start() throws IOException {
        bed = Ground.bed("input");
        rest = bed.begin();
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @Test
    @Order(1)
    void ourSamplesRunAsTheTableSays() {
        List<PackageRow> rows =
                PackageRow.table().stream().filter(r -> r.source().startsWith("sample:")).toList();

        assertThat(new PackagesTrial(bed, new Services(rest), Ground.out()).run(rows))
                .hasSizeGreaterThan(10)
                .allSatisfy(row -> assertThat(row.wrong()).isEmpty());
    }

    @Test
    @Order(2)
    void theFieldsPackagesRunAsTheTableSays() {
        Ground.needFieldPackages();
        List<PackageRow> rows =
                PackageRow.table().stream().filter(r -> r.source().startsWith("field:")).toList();

        assertThat(new PackagesTrial(bed, new Services(rest), Ground.out()).run(rows))
                .hasSizeGreaterThan(30)
                .allSatisfy(row -> assertThat(row.wrong()).isEmpty());
    }

    @Test
    @Order(3)
    void servicesNestScaleHealAndAreDecidedAbout() {
        assertThat(new LifeTrial(bed, rest, Ground.out()).run())
                .hasSize(6)
                .allSatisfy(chapter -> assertThat(chapter.wrong()).isEmpty());
    }

    @Test
    @Order(4)
    void badInputGetsAPreciseErrorAndChangesNothing() {
        assertThat(new BadInputTrial(bed, rest, Ground.out()).run())
                .hasSizeGreaterThan(50)
                .allSatisfy(bad -> assertThat(bad.wrong()).isEmpty());
    }
}
