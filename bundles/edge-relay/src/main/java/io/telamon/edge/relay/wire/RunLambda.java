/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.wire;

import io.grpc.MethodDescriptor;
import io.grpc.ServerCallHandler;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.telamon.edge.rpc.EdgeServerGrpc;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The call RunLambda with messages that are not parsed. */
public final class RunLambda {
    /** For callers. */
    public static final MethodDescriptor<Payload, Payload> METHOD =
            EdgeServerGrpc.getRunLambdaMethod().toBuilder(new Raw(), new Raw()).build();

    private RunLambda() {}

    /** The service EdgeServer around a handler of raw messages. */
    public static ServerServiceDefinition service(ServerCallHandler<Payload, Payload> handler) {
        ServiceDescriptor known = EdgeServerGrpc.getServiceDescriptor();
        ServiceDescriptor raw =
                ServiceDescriptor.newBuilder(known.getName())
                        .setSchemaDescriptor(known.getSchemaDescriptor())
                        .addMethod(METHOD)
                        .build();
        return ServerServiceDefinition.builder(raw).addMethod(METHOD, handler).build();
    }

    /** Bytes in, bytes out. */
    private static final class Raw implements MethodDescriptor.Marshaller<Payload> {
        @Override
        public InputStream stream(Payload value) {
            return value.stream();
        }

        @Override
        public Payload parse(InputStream stream) {
            try {
                // what gRPC hands out knows its length
                byte[] bytes = new byte[stream.available()];
                int read = stream.readNBytes(bytes, 0, bytes.length);
                byte[] rest = stream.readAllBytes();
                if (read == bytes.length && rest.length == 0) {
                    return Payload.of(bytes);
                }
                return Payload.of(new Payload(java.util.Arrays.copyOf(bytes, read), rest).bytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
