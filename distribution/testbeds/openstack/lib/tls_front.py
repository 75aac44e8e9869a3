"""TLS before plain HTTP services: tls_front.py CERTIFICATE KEY LISTEN:TARGET...

Each LISTEN port speaks https and passes requests on to the TARGET port. In answers, addresses of
targets become those of the front, so that a client that came by https stays there.
"""
import http.client
import http.server
import re
import socketserver
import ssl
import sys
import threading

HOST = "127.0.0.1"
HOP = {"connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade", "host",
       "content-length", "expect"}


class Front(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, port, target, context, rewrite):
        super().__init__((HOST, port), Handler)
        self.target, self.context, self.rewrite = target, context, rewrite

    def finish_request(self, request, client_address):
        # the handshake is made in the connection's own thread: a silent client holds up nobody
        request.settimeout(60)
        try:
            request = self.context.wrap_socket(request, server_side=True)
        except OSError as e:
            sys.stderr.write("handshake: %s\n" % e)
            return
        try:
            super().finish_request(request, client_address)
        finally:
            try:
                request.unwrap().close()
            except (OSError, ValueError):
                request.close()

    def handle_error(self, request, client_address):
        sys.stderr.write("%s: %r\n" % (client_address, sys.exc_info()[1]))


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def body(self):
        if "chunked" not in self.headers.get("Transfer-Encoding", ""):
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts = []
        while True:
            size = int(self.rfile.readline().split(b";")[0], 16)
            parts.append(self.rfile.read(size))
            self.rfile.readline()
            if size == 0:
                return b"".join(parts)

    def do(self):
        body = self.body()
        headers = {k: v for k, v in self.headers.items() if k.lower() not in HOP}
        target = http.client.HTTPConnection(HOST, self.server.target, timeout=300)
        try:
            target.request(self.command, self.path, body or None, headers)
            answer = target.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException) as e:
            self.close_connection = True
            sys.stderr.write("%s %s: %r\n" % (self.command, self.path, e))
            return
        finally:
            target.close()
        if re.search("json|text|html", answer.headers.get("Content-Type", "")):
            content = self.server.rewrite(content)
        self.send_response_only(answer.status, answer.reason)
        for name, value in answer.headers.items():
            if name.lower() not in HOP:
                self.send_header(name, self.server.rewrite(value.encode()).decode())
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = do


def main(certificate, key, *pairs):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    fronts = dict(reversed(pair.split(":")) for pair in pairs)
    plain = re.compile(rb"http://(?:127\.0\.0\.1|localhost):(%s)\b"
                       % "|".join(fronts).encode())

    def rewrite(text):
        return plain.sub(
            lambda m: b"https://127.0.0.1:" + fronts[m.group(1).decode()].encode(), text)

    servers = [Front(int(front), int(target), context, rewrite)
               for target, front in fronts.items()]
    threads = [threading.Thread(target=s.serve_forever) for s in servers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main(*sys.argv[1:])
