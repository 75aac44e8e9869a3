/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.widget;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;

/** The upload component's own words. */
public final class UploadWords {
    private UploadWords() {}

    /** All of them. */
    public static UploadI18N english() {
        UploadI18N.Uploading.Status status = new UploadI18N.Uploading.Status();
        status.setConnecting(t("upload.connecting"))
                .setStalled(t("upload.stalled"))
                .setProcessing(t("upload.processing"))
                .setHeld(t("upload.held"));
        UploadI18N.Uploading.RemainingTime left = new UploadI18N.Uploading.RemainingTime();
        left.setPrefix(t("upload.left")).setUnknown(t("upload.left.unknown"));
        UploadI18N.Uploading.Error error = new UploadI18N.Uploading.Error();
        error.setServerUnavailable(t("upload.error.server"))
                .setUnexpectedServerError(t("upload.error.unexpected"))
                .setForbidden(t("upload.error.forbidden"));
        UploadI18N words = new UploadI18N();
        words.setUploading(
                new UploadI18N.Uploading()
                        .setStatus(status)
                        .setRemainingTime(left)
                        .setError(error));
        words.setUnits(new UploadI18N.Units().setSize(List.of("B", "kB", "MB", "GB")));
        return words;
    }
}
