/** What needs a network, other processes or bytecode: importable, since programs import it at their top; using it says no. */
const message = String.raw`
def _refused(name):
    def refuse(*args, **kwargs):
        raise PermissionError(1, f'{name} is not available in the sandbox')
    refuse.__name__ = refuse.__qualname__ = name.rpartition('.')[2]
    return refuse

`;

/** Of what needs the network: the run's log hears of it. */
const network = String.raw`
def _no_network(name):
    import _network
    _network.refused(name)
    return PermissionError(1, f'{name} is not available in the sandbox: there is no network, and no permission opens one')


def _refused(name):
    def refuse(*args, **kwargs):
        raise _no_network(name)
    refuse.__name__ = refuse.__qualname__ = name.rpartition('.')[2]
    return refuse

`;

export const socket = `${network}${String.raw`
error = OSError
timeout = TimeoutError


class herror(OSError):
    pass


class gaierror(OSError):
    pass


AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW = 1, 2, 3
SOL_SOCKET, SO_REUSEADDR, SO_KEEPALIVE, SO_BROADCAST = 1, 2, 9, 6
IPPROTO_TCP, IPPROTO_UDP, TCP_NODELAY = 6, 17, 1
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
SOMAXCONN = 4096
has_ipv6 = True
_GLOBAL_DEFAULT_TIMEOUT = object()


class socket:
    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        raise _no_network('socket.socket')


create_connection = _refused('socket.create_connection')
create_server = _refused('socket.create_server')
socketpair = _refused('socket.socketpair')
getaddrinfo = _refused('socket.getaddrinfo')
gethostbyname = _refused('socket.gethostbyname')
gethostbyaddr = _refused('socket.gethostbyaddr')


def gethostname():
    import os
    return os.uname().nodename


def getfqdn(name=''):
    return name or gethostname()


def getdefaulttimeout():
    return None


def setdefaulttimeout(value):
    pass


def htons(x):
    return ((x & 0xff) << 8) | (x >> 8 & 0xff)


ntohs = htons


def htonl(x):
    return int.from_bytes(x.to_bytes(4, 'little'), 'big')


ntohl = htonl


def inet_aton(text):
    return bytes(int(part) for part in text.split('.'))


def inet_ntoa(packed):
    return '.'.join(str(byte) for byte in packed)
`}`;

export const urllibError = String.raw`
"""Exceptions raised by urllib."""
__all__ = ['URLError', 'HTTPError', 'ContentTooShortError']


class URLError(OSError):
    def __init__(self, reason, filename=None):
        self.args = reason,
        self.reason = reason
        if filename is not None:
            self.filename = filename

    def __str__(self):
        return '<urlopen error %s>' % self.reason


class HTTPError(URLError):
    def __init__(self, url, code, msg, hdrs, fp):
        self.code = self.status = code
        self.msg = msg
        self.hdrs = self.headers = hdrs
        self.fp = fp
        self.filename = self.url = url

    def __str__(self):
        return 'HTTP Error %s: %s' % (self.code, self.msg)

    def __repr__(self):
        return '<HTTPError %s: %r>' % (self.code, self.msg)

    @property
    def reason(self):
        return self.msg


class ContentTooShortError(URLError):
    def __init__(self, message, content):
        URLError.__init__(self, message)
        self.content = content
`;

export const urllibRequest = `${network}${String.raw`
from urllib.error import URLError, HTTPError, ContentTooShortError
from urllib.parse import quote, unquote, urlparse, urlsplit, urljoin


class Request:
    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.data = data
        self.headers = {key.capitalize(): value for key, value in headers.items()}
        self.method = method

    def get_method(self):
        return self.method or ('POST' if self.data is not None else 'GET')

    def add_header(self, key, value):
        self.headers[key.capitalize()] = value


class BaseHandler:
    pass


class HTTPHandler(BaseHandler):
    pass


class HTTPSHandler(BaseHandler):
    pass


class ProxyHandler(BaseHandler):
    def __init__(self, proxies=None):
        self.proxies = proxies


class OpenerDirector:
    def add_handler(self, handler):
        pass

    def open(self, fullurl, data=None, timeout=None):
        return urlopen(fullurl)


def build_opener(*handlers):
    return OpenerDirector()


def install_opener(opener):
    pass


def urlopen(url, data=None, timeout=None, *, cafile=None, capath=None, cadefault=False, context=None):
    raise URLError(_no_network('urllib.request.urlopen'))


urlretrieve = _refused('urllib.request.urlretrieve')


def getproxies():
    import os
    return {name[:-6].lower(): value for name, value in os.environ.items() if name.lower().endswith('_proxy') and value}


def pathname2url(pathname):
    return quote(pathname)


def url2pathname(pathname):
    return unquote(pathname)
`}`;

export const httpClient = `${network}${String.raw`
HTTP_PORT, HTTPS_PORT = 80, 443


class HTTPException(Exception):
    pass


class HTTPConnection:
    def __init__(self, host, port=None, timeout=None, source_address=None, blocksize=8192):
        self.host, self.port, self.timeout = host, port, timeout

    def connect(self):
        raise _no_network('http.client')

    request = putrequest = send = getresponse = lambda self, *args, **kwargs: self.connect()

    def close(self):
        pass


class HTTPSConnection(HTTPConnection):
    pass


class HTTPResponse:
    pass


class IncompleteRead(HTTPException):
    pass


class BadStatusLine(HTTPException):
    pass


RemoteDisconnected = BadStatusLine
`}`;

export const dis = `${message}${String.raw`
"""There is no bytecode; inspect asks for the names of code flags only."""
COMPILER_FLAG_NAMES = {
    1: "OPTIMIZED", 2: "NEWLOCALS", 4: "VARARGS", 8: "VARKEYWORDS", 16: "NESTED", 32: "GENERATOR", 64: "NOFREE",
    128: "COROUTINE", 256: "ITERABLE_COROUTINE", 512: "ASYNC_GENERATOR",
}
opname, opmap = [], {}


def _none(*args, **kwargs):
    raise NotImplementedError('dis is not available in the sandbox: there is no bytecode')


dis = disassemble = distb = get_instructions = findlinestarts = show_code = code_info = Bytecode = _none
`}`;

export const multiprocessing = `${message}${String.raw`
"""One process: what would start another is refused, what counts processors answers."""
from threading import Lock, RLock, Event, Condition, Semaphore, BoundedSemaphore
import os
from queue import Queue, Empty, Full


class ProcessError(Exception):
    pass


class TimeoutError(ProcessError):
    pass


Process = Pool = Pipe = Manager = Value = Array = None
for _name in ('Process', 'Pool', 'Pipe', 'Manager', 'Value', 'Array'):
    globals()[_name] = _refused('multiprocessing.' + _name)


def cpu_count():
    return os.cpu_count()


def get_start_method(allow_none=False):
    return 'fork'


def set_start_method(method, force=False):
    pass


class _MainProcess:
    name = 'MainProcess'
    daemon = False
    exitcode = None
    pid = property(lambda self: os.getpid())


_main = _MainProcess()


def current_process():
    return _main


def active_children():
    return []
`}`;
