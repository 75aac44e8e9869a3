/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.LambdaResponse;

/** One call of one function. */
final class CallExchange implements Exchange {
    private final Caller caller;
    private final LambdaRequest template;
    private final Draws ids;
    private final String content;

    /**
     * Calls as the template has it.
     *
     * @param content of the input; empty makes one of the size that is asked for
     */
    CallExchange(Caller caller, LambdaRequest template, String content, Draws ids) {
        this.caller = caller;
        this.template = template;
        this.content = content;
        this.ids = ids;
    }

    @Override
    public Recorder.Good run(int size) throws CallFailed, InterruptedException {
        LambdaRequest request =
                template.toBuilder()
                        .setInput(content.isEmpty() ? Sizes.input(size) : content)
                        .setUuid(ids.id())
                        .build();
        long begun = System.nanoTime();
        LambdaResponse response = caller.call(request);
        double latency = (System.nanoTime() - begun) / 1e9;
        double processing = response.getPtime() / 1e3;
        return new Recorder.Good(
                latency,
                template.getDry() ? processing : latency,
                processing,
                response.getLoad1(),
                response.getResponder(),
                template.getName(),
                response.getHops());
    }
}
