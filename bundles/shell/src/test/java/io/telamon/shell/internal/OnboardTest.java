/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.descriptor.Finding;
import io.telamon.model.descriptor.FindingPlace;
import io.telamon.model.descriptor.Severity;
import io.telamon.model.descriptor.ValidationReport;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.OnboardResult;
import io.telamon.shell.internal.base.Fakes;
import io.telamon.shell.internal.base.Shell;
import io.telamon.shell.internal.catalog.CatalogOnboardCommand;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a script reads when a package is refused. */
class OnboardTest {
    @Test
    void aRefusalHasTheCodeThatRestHas() throws Exception {
        Finding finding =
                new Finding(
                        Severity.ERROR,
                        "FILE_MISSING",
                        new FindingPlace("vnfd.yaml", 51, 7, "vnfd.vdu[0]"),
                        "The file is not there",
                        "");
        Fakes fakes = new Fakes().piping("vnfd: {}");
        fakes.answer(
                CatalogFacade.class,
                "onboard",
                args -> new OnboardResult(List.of(), new ValidationReport(List.of(finding))));

        Shell.Outcome outcome = new Shell(fakes).run(new CatalogOnboardCommand(), "--name=v.yaml");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.messages())
                .contains("vnfd.yaml:51:7: ERROR FILE_MISSING")
                .contains("Error INVALID_PACKAGE: v.yaml was refused; nothing was changed");
    }
}
