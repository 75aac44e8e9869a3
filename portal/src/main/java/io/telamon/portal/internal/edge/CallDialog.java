/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.edge;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.Problem;
import io.telamon.errors.TelamonException;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.EdgeCall;
import io.telamon.northbound.api.EdgeFacade;
import io.telamon.northbound.api.EdgeResult;
import io.telamon.northbound.api.EdgeView;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.ServiceSource;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.live.LiveHub;
import io.telamon.portal.internal.widget.ErrorPanel;
import io.telamon.portal.internal.widget.Facts;
import io.telamon.portal.internal.widget.SameAs;
import io.telamon.portal.internal.widget.StateTag;
import io.telamon.portal.internal.widget.Tone;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls a function beside the page and shows its answer; stays open for the next call. */
final class CallDialog extends Dialog {
    private static final Logger LOG = LoggerFactory.getLogger(CallDialog.class);
    private static final int PATIENCE = 10;
    private static final double MICROS = 1_000;

    private final ComboBox<String> function = new ComboBox<>(t("edge.function"));
    private final ComboBox<String> broker = new ComboBox<>(t("edge.call.broker"));
    private final TextArea input = new TextArea(t("edge.call.input"));
    private final IntegerField limit = new IntegerField(t("edge.call.limit"));
    private final Div answer = new Div();
    private final Button call = new Button(t("edge.call.now"), click -> call());

    CallDialog(EdgeView view) {
        setHeaderTitle(t("edge.call"));
        addClassName("tm-dialog");
        function.setItems(view.functions().stream().map(EdgeView.Function::name).toList());
        view.functions().stream().findFirst().ifPresent(first -> function.setValue(first.name()));
        function.setAllowCustomValue(true);
        function.addCustomValueSetListener(event -> function.setValue(event.getDetail()));
        broker.setItems(
                view.brokers().stream()
                        .filter(EdgeView.Broker::here)
                        .map(EdgeView.Broker::endpoint)
                        .toList());
        broker.setClearButtonVisible(true);
        broker.setHelperText(t("edge.call.broker.help"));
        limit.setValue(PATIENCE);
        limit.setMin(1);
        limit.setMax((int) EdgeCall.MOST.toSeconds());
        limit.setStepButtonsVisible(true);
        Div fields = new Div(function, broker, limit);
        fields.addClassName("tm-fields");
        input.setWidthFull();
        answer.getElement().setAttribute("aria-live", "polite");
        call.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        call.setDisableOnClick(true);
        add(fields, input, answer);
        getFooter().add(new Button(t("action.close"), click -> close()), call);
    }

    private void call() {
        EdgeCall asked =
                new EdgeCall(
                        function.getValue() == null ? "" : function.getValue().strip(),
                        input.getValue(),
                        broker.getValue() == null ? "" : broker.getValue(),
                        Duration.ofSeconds(limit.getValue() == null ? PATIENCE : limit.getValue()));
        answer.removeAll();
        answer.add(new StateTag().show(Tone.BUSY, t("edge.call.running")));
        UI ui = UI.getCurrent();
        Caller me = SignedIn.me();
        ServiceSource source = Facades.source();
        try {
            LiveHub.current().work(() -> ask(source, me, asked, ui));
        } catch (RejectedExecutionException full) {
            refused(Problem.of(ErrorCode.OVERLOADED, t("check.busy")));
        }
    }

    private void ask(ServiceSource source, Caller me, EdgeCall asked, UI ui) {
        try {
            EdgeResult result = source.call(EdgeFacade.class, door -> door.call(me, asked));
            access(ui, () -> show(asked, result));
        } catch (TelamonException refused) {
            access(ui, () -> refused(Problem.of(refused)));
        }
    }

    private void show(EdgeCall asked, EdgeResult result) {
        call.setEnabled(true);
        answer.removeAll();
        answer.add(
                new StateTag()
                        .show(
                                result.ok() ? Tone.OK : Tone.BAD,
                                result.ok() ? t("edge.call.ok") : result.result()));
        if (!result.output().isEmpty()) {
            Pre output = new Pre(result.output());
            output.addClassName("tm-edge-output");
            output.getElement().setAttribute("tabindex", "0");
            output.getElement().setAttribute("aria-label", t("edge.call.output"));
            answer.add(output);
        }
        SameAs same = new SameAs();
        same.show(
                "edge:call --input '" + asked.input() + "' " + asked.function(),
                "POST /api/v1/edge/calls");
        answer.add(
                new Facts()
                        .add(t("edge.computer"), result.computer())
                        .add(t("edge.broker"), result.broker())
                        .add(t("edge.call.took"), millis(result.took()))
                        .add(t("edge.call.work"), millis(result.work()))
                        .add(
                                t("edge.call.bytes"),
                                result.bytes() == 0 ? "" : Integer.toString(result.bytes())),
                same);
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / MICROS / MICROS);
    }

    private void refused(Problem problem) {
        call.setEnabled(true);
        answer.removeAll();
        answer.add(new ErrorPanel(problem, null));
    }

    private static void access(UI ui, Runnable show) {
        try {
            ui.access(show::run);
        } catch (UIDetachedException gone) {
            LOG.debug("The page was closed during a call", gone);
        }
    }
}
