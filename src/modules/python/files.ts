/** netrc, filecmp and mmap. */
export const netrc = String.raw`
"""Reads ~/.netrc."""
import errno
import os
import shlex

__all__ = ["netrc", "NetrcParseError"]


class NetrcParseError(Exception):
    def __init__(self, msg, filename=None, lineno=None):
        self.filename = filename
        self.lineno = lineno
        self.msg = msg
        Exception.__init__(self, msg)

    def __str__(self):
        return "%s (%s, line %s)" % (self.msg, self.filename, self.lineno)


def _tokens(text):
    """Pairs of token and line; comments begin with # at a token's start."""
    position, line, size = 0, 1, len(text)
    while position < size:
        c = text[position]
        if c == '\n':
            line += 1
            position += 1
        elif c in ' \t\r':
            position += 1
        elif c == '"':
            position += 1
            token = ''
            while position < size and text[position] != '"':
                if text[position] == '\\':
                    position += 1
                token += text[position:position + 1]
                position += 1
            position += 1
            yield token, line, position
        else:
            token = ''
            while position < size and text[position] not in ' \t\r\n':
                if text[position] == '\\':
                    position += 1
                token += text[position:position + 1]
                position += 1
            yield token, line, position


class netrc:
    def __init__(self, file=None):
        self.hosts = {}
        self.macros = {}
        path = os.path.join(os.path.expanduser("~"), ".netrc") if file is None else file
        try:
            with open(path, encoding="utf-8") as stream:
                text = stream.read()
        except PermissionError:
            if file is not None:
                raise
            # This user's own passwords: code that may not read them finds none, and none is what it is written for.
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path) from None
        self._parse(path, text)

    def _parse(self, file, text):
        position = 0
        line = 1

        def tokens():
            nonlocal position, line
            while True:
                for token, offset, end in _tokens(text[position:]):
                    line_here = text.count('\n', 0, position) + offset
                    position += end
                    line = line_here
                    yield token
                    break
                else:
                    return

        stream = tokens()
        token = next(stream, '')
        while token:
            if token.startswith('#'):
                newline = text.find('\n', position)
                # The rest of the line is a comment.
                if '\n' not in text[position - 1:position]:
                    position = len(text) if newline < 0 else newline
                token = next(stream, '')
                continue
            if token == 'machine':
                entry = next(stream, '')
                if not entry:
                    raise NetrcParseError("missing 'machine' name", file, line)
            elif token == 'default':
                entry = 'default'
            elif token == 'macdef':
                name = next(stream, '')
                begin = text.find('\n', position) + 1
                end = text.find('\n\n', begin - 1)
                if begin == 0 or end < 0:
                    raise NetrcParseError("Macro definition missing null line terminator.", file, line)
                self.macros[name] = [l + '\n' for l in text[begin:end].split('\n')]
                position = end + 2
                token = next(stream, '')
                continue
            else:
                raise NetrcParseError("bad toplevel token %r" % token, file, line)
            login = account = password = ''
            while True:
                token = next(stream, '')
                if token.startswith('#'):
                    newline = text.find('\n', position)
                    position = len(text) if newline < 0 else newline
                    continue
                if token in ('', 'machine', 'default', 'macdef'):
                    break
                if token in ('login', 'user'):
                    login = next(stream, '')
                elif token == 'account':
                    account = next(stream, '')
                elif token == 'password':
                    password = next(stream, '')
                else:
                    raise NetrcParseError("bad follower token %r" % token, file, line)
            self.hosts[entry] = (login, account, password)

    def authenticators(self, host):
        return self.hosts.get(host) or self.hosts.get('default')

    def __repr__(self):
        result = ""
        for host, (login, account, password) in self.hosts.items():
            result += f"machine {host}\n\tlogin {login}\n"
            if account:
                result += f"\taccount {account}\n"
            result += f"\tpassword {password}\n"
        for macro, lines in self.macros.items():
            result += f"macdef {macro}\n" + "".join(lines) + "\n"
        return result
`;

export const filecmp = String.raw`
"""Compares files and directories."""
import os
import stat

__all__ = ['clear_cache', 'cmp', 'dircmp', 'cmpfiles', 'DEFAULT_IGNORES']
DEFAULT_IGNORES = ['RCS', 'CVS', 'tags', '.git', '.hg', '.bzr', '_darcs', '__pycache__']


def clear_cache():
    pass


def _sig(st):
    return (stat.S_IFMT(st.st_mode), st.st_size, st.st_mtime)


def cmp(f1, f2, shallow=True):
    s1, s2 = _sig(os.stat(f1)), _sig(os.stat(f2))
    if s1[0] != stat.S_IFREG or s2[0] != stat.S_IFREG:
        return False
    if shallow and s1 == s2:
        return True
    if s1[1] != s2[1]:
        return False
    with open(f1, 'rb') as a, open(f2, 'rb') as b:
        return a.read() == b.read()


def cmpfiles(a, b, common, shallow=True):
    result = ([], [], [])
    for name in common:
        try:
            index = 0 if cmp(os.path.join(a, name), os.path.join(b, name), shallow) else 1
        except (OSError, ValueError):
            index = 2
        result[index].append(name)
    return result


class dircmp:
    def __init__(self, a, b, ignore=None, hide=None):
        self.left = a
        self.right = b
        self.hide = [os.curdir, os.pardir] if hide is None else hide
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore

    def _names(self, directory):
        skipped = set(self.hide) | set(self.ignore)
        return sorted(name for name in os.listdir(directory) if name not in skipped)

    def _kinds(self):
        dirs, files, funny = [], [], []
        for name in self.common:
            try:
                a = stat.S_IFMT(os.stat(os.path.join(self.left, name)).st_mode)
                b = stat.S_IFMT(os.stat(os.path.join(self.right, name)).st_mode)
            except OSError:
                funny.append(name)
                continue
            (dirs if a == b == stat.S_IFDIR else files if a == b == stat.S_IFREG else funny).append(name)
        self.common_dirs, self.common_files, self.common_funny = dirs, files, funny

    def __getattr__(self, name):
        if name in ('left_list', 'right_list'):
            self.left_list, self.right_list = self._names(self.left), self._names(self.right)
        elif name in ('common', 'left_only', 'right_only'):
            left, right = self.left_list, self.right_list
            self.common = [n for n in left if n in set(right)]
            self.left_only = [n for n in left if n not in set(right)]
            self.right_only = [n for n in right if n not in set(left)]
        elif name in ('common_dirs', 'common_files', 'common_funny'):
            self._kinds()
        elif name in ('same_files', 'diff_files', 'funny_files'):
            self.same_files, self.diff_files, self.funny_files = cmpfiles(self.left, self.right, self.common_files)
        elif name == 'subdirs':
            self.subdirs = {n: self.__class__(os.path.join(self.left, n), os.path.join(self.right, n), self.ignore, self.hide)
                            for n in self.common_dirs}
        else:
            raise AttributeError(name)
        return self.__dict__[name]

    def report(self):
        print('diff', self.left, self.right)
        for title, names in (('Only in ' + str(self.left), self.left_only), ('Only in ' + str(self.right), self.right_only),
                             ('Identical files', self.same_files), ('Differing files', self.diff_files),
                             ('Trouble with common files', self.funny_files), ('Common subdirectories', self.common_dirs),
                             ('Common funny cases', self.common_funny)):
            if names:
                print(title, ':', sorted(names))
`;

export const mmap = String.raw`
"""Memory maps of files, read when they are made."""
import os
import re

ACCESS_DEFAULT, ACCESS_READ, ACCESS_WRITE, ACCESS_COPY = 0, 1, 2, 3
MAP_SHARED, MAP_PRIVATE, MAP_ANONYMOUS = 1, 2, 32
PROT_READ, PROT_WRITE, PROT_EXEC = 1, 2, 4
PAGESIZE = ALLOCATIONGRANULARITY = 4096
error = OSError


class mmap:
    def __init__(self, fileno, length, flags=MAP_SHARED, prot=PROT_READ | PROT_WRITE, access=ACCESS_DEFAULT, offset=0):
        if length < 0:
            raise OverflowError("memory mapped length must be positive")
        self._writable = access in (ACCESS_WRITE, ACCESS_COPY) or (access == ACCESS_DEFAULT and bool(prot & PROT_WRITE))
        self._fd = None
        if fileno == -1:
            data = bytes(length)
        else:
            self._fd = fileno if access != ACCESS_COPY and self._writable else None
            here = os.lseek(fileno, 0, os.SEEK_CUR)
            os.lseek(fileno, offset, os.SEEK_SET)
            data = os.read(fileno, length or (1 << 62))
            os.lseek(fileno, here, os.SEEK_SET)
            if not data and not length:
                raise ValueError("cannot mmap an empty file")
        self._data = bytearray(data)
        self._position = 0
        self._offset = offset
        self.closed = False

    def _open(self):
        if self.closed:
            raise ValueError("mmap closed or invalid")
        return self._data

    def _change(self):
        if not self._writable:
            raise TypeError("mmap can't modify a readonly memory map.")
        return self._open()

    def __buffer__(self, flags=0):
        return memoryview(self._open())

    def __len__(self):
        return len(self._open())

    def __getitem__(self, key):
        value = self._open()[key]
        return bytes(value) if isinstance(key, slice) else value

    def __setitem__(self, key, value):
        data = self._change()
        if isinstance(key, slice) and len(range(*key.indices(len(data)))) != len(value):
            raise IndexError("mmap slice assignment is wrong size")
        data[key] = value

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        return (self[i:i + 1] for i in range(len(self)))

    def __contains__(self, item):
        return item in self._open()

    def close(self):
        if not self.closed:
            self.flush()
            self.closed = True

    def flush(self, offset=0, size=None):
        if self._fd is not None and self._writable:
            here = os.lseek(self._fd, 0, os.SEEK_CUR)
            os.lseek(self._fd, self._offset, os.SEEK_SET)
            os.write(self._fd, bytes(self._data))
            os.lseek(self._fd, here, os.SEEK_SET)

    def find(self, sub, start=None, end=None):
        return self._open().find(sub, self._position if start is None else start, len(self._data) if end is None else end)

    def rfind(self, sub, start=None, end=None):
        return self._open().rfind(sub, self._position if start is None else start, len(self._data) if end is None else end)

    def read(self, n=None):
        data = self._open()
        end = len(data) if n is None or n < 0 else min(len(data), self._position + n)
        result = bytes(data[self._position:end])
        self._position = max(self._position, end)
        return result

    def read_byte(self):
        if self._position >= len(self._open()):
            raise ValueError("read byte out of range")
        self._position += 1
        return self._data[self._position - 1]

    def readline(self):
        data = self._open()
        newline = data.find(b'\n', self._position)
        return self.read((len(data) if newline < 0 else newline + 1) - self._position)

    def write(self, data):
        if self._position + len(data) > len(self._change()):
            raise ValueError("data out of range")
        self._data[self._position:self._position + len(data)] = data
        self._position += len(data)
        return len(data)

    def write_byte(self, byte):
        self.write(bytes([byte]))

    def seek(self, pos, whence=0):
        base = (0, self._position, len(self._open()))[whence]
        if not 0 <= base + pos <= len(self._data):
            raise ValueError("seek out of range")
        self._position = base + pos

    def tell(self):
        self._open()
        return self._position

    def size(self):
        return len(self._open())

    def resize(self, newsize):
        raise SystemError("mmap: resizing not available--no mremap()")

    def move(self, dest, src, count):
        self._change()[dest:dest + count] = self._data[src:src + count]

    def madvise(self, *args):
        pass
`;
