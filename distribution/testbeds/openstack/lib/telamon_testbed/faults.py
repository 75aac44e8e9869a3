"""HTTP fault injection for the API services of the testbed.

A WSGI filter that looks at one JSON file (environment variable
TESTBED_FAULTS) for each request and may delay it, answer it with an error, or
drop the connection.  The file holds a list of rules; the first rule that
matches a request is applied:

  {"service": "nova", "method": "POST", "path": "/servers$",
   "status": 503, "delay": 1.5, "after": false, "drop": false, "count": 2}

An error that is answered so carries a request id, as the services' own do.
With TESTBED_ACCESS each request is a line of that file: time, service, method,
path with query, status, milliseconds, user agent.

service   one of keystone, placement, glance, nova, neutron, heat, gnocchi
method    exact HTTP method (absent: any)
path      regular expression searched in SCRIPT_NAME+PATH_INFO (absent: any)
delay     seconds to wait before anything else
status    answer with this status instead of calling the service
after     true: call the service first, then discard its answer and send
          `status` (or drop) - "it worked but the client does not know"
hold      seconds to wait when the service has answered, before its answer goes
          on: "it is done, and the client does not know yet"
drop      true: announce a body, send a part of it, close the connection
count     apply the rule so many times (absent: always), over all processes of
          the service.  The count starts again when the file is written again.
retry_after  value of a Retry-After header to send along with `status`
body      text to send with `status` instead of the fault's own JSON
"""
import json
import os
import re
import time
import uuid


class Faults(object):

    def __init__(self, app, service):
        self.app = app
        self.service = service
        self.path = os.environ.get('TESTBED_FAULTS', '')
        self.access = os.environ.get('TESTBED_ACCESS', '')
        self.stamp = None
        self.rules = []

    def _load(self):
        try:
            st = os.stat(self.path)
            stamp = (st.st_mtime_ns, st.st_size, st.st_ino)
        except OSError:
            stamp = None
        if stamp == self.stamp:
            return
        self.stamp = stamp
        self.rules = []
        if stamp is not None:
            try:
                with open(self.path) as f:
                    self.rules = [r for r in json.load(f)
                                  if r.get('service') in (None, self.service)]
            except (OSError, ValueError):
                self.rules = []

    def _match(self, environ):
        path = environ.get('SCRIPT_NAME', '') + environ.get('PATH_INFO', '')
        for i, r in enumerate(self.rules):
            if 'method' in r and r['method'] != environ['REQUEST_METHOD']:
                continue
            if 'path' in r and not re.search(r['path'], path):
                continue
            if 'count' in r and not self._ticket(i, r['count']):
                continue
            return r
        return None

    def _ticket(self, rule, count):
        """Take one of `count` tickets of this version of the file."""
        folder = '%s.used-%d' % (self.path, self.stamp[0])
        os.makedirs(folder, exist_ok=True)
        for k in range(count):
            try:
                os.close(os.open('%s/%s-%d-%d' % (
                    folder, self.service, rule, k), os.O_CREAT | os.O_EXCL))
                return True
            except FileExistsError:
                pass
        return False

    @staticmethod
    def _cut():
        # (more than a server keeps back before it sends the headers)
        yield b'{"cut": "' + b'.' * 16384
        raise ConnectionAbortedError('testbed fault: connection dropped')

    def __call__(self, environ, start_response):
        if not self.access:
            return self._answer(environ, start_response)
        begun = time.time()
        said = []

        def note(status, headers, *more):
            said[:] = [status]
            return start_response(status, headers, *more)
        try:
            return self._answer(environ, note)
        finally:
            self._log(environ, begun, said)

    def _log(self, environ, begun, said):
        path = environ.get('SCRIPT_NAME', '') + environ.get('PATH_INFO', '')
        query = environ.get('QUERY_STRING', '')
        line = '%.3f %s %s %s %s %d %s\n' % (
            begun, self.service, environ['REQUEST_METHOD'],
            path + ('?' + query if query else ''),
            said[0].split()[0] if said else '-',
            (time.time() - begun) * 1000,
            environ.get('HTTP_USER_AGENT', '-'))
        # one write of a short line: the processes do not mix theirs
        log = os.open(self.access, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(log, line.encode())
        os.close(log)

    def _answer(self, environ, start_response):
        self._load()
        rule = self._match(environ) if self.rules else None
        if rule is None:
            return self.app(environ, start_response)
        if rule.get('delay'):
            time.sleep(float(rule['delay']))
        if rule.get('after'):
            for _ in self.app(environ, lambda *a, **k: (lambda data: None)):
                pass
        if rule.get('drop'):
            start_response('200 OK', [('Content-Type', 'application/json'),
                                      ('Content-Length', '65536')])
            return self._cut()
        if rule.get('status'):
            body = rule.get('body', json.dumps({'testbedFault': {
                'code': rule['status'],
                'message': 'injected by the testbed'}})).encode()
            headers = [('Content-Type', 'application/json'),
                       ('Content-Length', str(len(body))),
                       ('X-Openstack-Request-Id', 'req-%s' % uuid.uuid4())]
            if 'retry_after' in rule:
                headers.append(('Retry-After', str(rule['retry_after'])))
            start_response('%d Injected' % rule['status'], headers)
            return [body]
        if rule.get('hold'):
            return self._held(environ, start_response, float(rule['hold']))
        return self.app(environ, start_response)

    def _held(self, environ, start_response, seconds):
        head = []
        body = list(self.app(
            environ, lambda *a, **k: (head.append(a), lambda data: None)[1]))
        time.sleep(seconds)
        start_response(*head[-1][:2])
        return body


def filter_factory(global_conf, **local_conf):
    service = local_conf.get('service', '')

    def wrap(app):
        return Faults(app, service)
    return wrap
