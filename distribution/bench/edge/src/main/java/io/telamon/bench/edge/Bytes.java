/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.bench.edge;

import io.grpc.MethodDescriptor;
import io.grpc.ServerCallHandler;
import io.grpc.ServerServiceDefinition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** RunLambda with messages that are byte arrays: what a proxy can do least. */
final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    static final MethodDescriptor<byte[], byte[]> METHOD =
            MethodDescriptor.<byte[], byte[]>newBuilder(new Bytes(), new Bytes())
                    .setType(MethodDescriptor.MethodType.UNARY)
                    .setFullMethodName("uiiit.rpc.EdgeServer/RunLambda")
                    .build();

    static ServerServiceDefinition service(ServerCallHandler<byte[], byte[]> handler) {
        return ServerServiceDefinition.builder("uiiit.rpc.EdgeServer")
                .addMethod(METHOD, handler)
                .build();
    }

    @Override
    public InputStream stream(byte[] value) {
        return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
        try {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
