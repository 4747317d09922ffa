/**
 * subprocess over the host's `run`: a program runs to its end when its Popen is made (or when its input is known), so
 * pipes hold what it wrote. Programs are refused unless the host permits them.
 */
export const subprocess = String.raw`
"""Subprocesses, as far as the host permits them."""
import os
import io
import shlex
import sys
import _sandbake_subprocess

PIPE = -1
STDOUT = -2
DEVNULL = -3

__all__ = ['Popen', 'PIPE', 'STDOUT', 'call', 'check_call', 'getstatusoutput', 'getoutput', 'check_output', 'run',
           'CalledProcessError', 'DEVNULL', 'SubprocessError', 'TimeoutExpired', 'CompletedProcess']


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):
    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    @property
    def stdout(self):
        return self.output


class CompletedProcess:
    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        args = [f'args={self.args!r}', f'returncode={self.returncode!r}']
        if self.stdout is not None:
            args.append(f'stdout={self.stdout!r}')
        if self.stderr is not None:
            args.append(f'stderr={self.stderr!r}')
        return f"{type(self).__name__}({', '.join(args)})"

    @classmethod
    def __class_getitem__(cls, item):
        return cls

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


class _Input(io.BytesIO):
    """What is written to stdin; closing it lets the program run."""
    def __init__(self, process):
        super().__init__()
        self._process = process

    def close(self):
        if not self.closed:
            data = self.getvalue()
            super().close()
            self._process._start(data)


class Popen:
    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                 close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None,
                 creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *, user=None, group=None,
                 extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1, process_group=None):
        if not isinstance(bufsize, int):
            raise TypeError("bufsize must be an integer")
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError('Cannot disambiguate when both text and universal_newlines are supplied but different. Pass one or the other.')
        self.args = args
        self.pid = None
        self.returncode = None
        self.encoding = encoding
        self.errors = errors
        self.text_mode = encoding or errors or text or universal_newlines
        if isinstance(args, (str, bytes, os.PathLike)):
            argv = [os.fsdecode(args)]
        else:
            argv = [os.fsdecode(arg) for arg in args]
        if shell:
            argv = [executable or '/bin/sh', '-c'] + argv
        elif executable is not None:
            argv = [os.fsdecode(executable)] + argv[1:]
        if not argv:
            raise IndexError('list index out of range')
        self._argv = argv
        self._cwd = None if cwd is None else os.fsdecode(cwd)
        self._env = dict(os.environ) if env is None else {os.fsdecode(k): os.fsdecode(v) for k, v in env.items()}
        self._targets = (stdout, stderr)
        self._started = False
        self.stdin = self.stdout = self.stderr = None
        self._output = self._error = b''
        if stdin == PIPE:
            self.stdin = _Input(self)
            if self.text_mode:
                self.stdin = io.TextIOWrapper(self.stdin, encoding=encoding, errors=errors)
            _sandbake_subprocess.check(argv[0])
        else:
            data = b''
            if stdin is not None and stdin != DEVNULL:
                if isinstance(stdin, int):
                    raise NotImplementedError('subprocess: stdin as a file descriptor is not available in the sandbox')
                data = stdin.read()
                if isinstance(data, str):
                    data = data.encode()
            self._start(data)

    @classmethod
    def __class_getitem__(cls, item):
        return cls

    def _start(self, data):
        if self._started:
            return
        self._started = True
        status, out, err = _sandbake_subprocess.run(self._argv, self._cwd, self._env, data)
        self.pid = 0
        self._status = status
        stdout, stderr = self._targets
        if stderr == STDOUT:
            out, err = out + err, b''
        self._deliver('stdout', stdout, out, sys.stdout)
        if stderr != STDOUT:
            self._deliver('stderr', stderr, err, sys.stderr)

    def _deliver(self, name, target, data, standard):
        if target == PIPE:
            stream = io.BytesIO(data)
            if self.text_mode:
                stream = io.TextIOWrapper(stream, encoding=self.encoding, errors=self.errors)
            setattr(self, name, stream)
        elif target is None:
            standard.write(data.decode('utf-8', 'replace'))
        elif target == DEVNULL:
            pass
        elif isinstance(target, int):
            os.write(target, data)
        elif hasattr(target, 'encoding'):
            target.write(data.decode(target.encoding or 'utf-8', 'replace'))
            target.flush()
        else:
            target.write(data)
            target.flush()

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        self._finish()
        for stream in (self.stdout, self.stderr):
            if stream:
                stream.close()
        self.wait()

    def _finish(self):
        if self.stdin is not None and not self.stdin.closed:
            self.stdin.close()
        if not self._started:
            self._start(b'')

    def __repr__(self):
        shown = f"<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>"
        return shown[:76] + "...>" if len(shown) > 80 else shown

    def poll(self):
        if self._started:
            self.returncode = self._status
        return self.returncode

    def wait(self, timeout=None):
        self._finish()
        self.returncode = self._status
        return self.returncode

    def communicate(self, input=None, timeout=None):
        if self.stdin is not None and not self.stdin.closed:
            if input:
                self.stdin.write(input)
            self.stdin.close()
        self._finish()
        out = self.stdout.read() if self.stdout is not None and not self.stdout.closed else None
        err = self.stderr.read() if self.stderr is not None and not self.stderr.closed else None
        self.wait()
        return (out, err)

    def send_signal(self, sig):
        pass

    def terminate(self):
        pass

    def kill(self):
        pass


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    if input is not None:
        if kwargs.get('stdin') is not None:
            raise ValueError('stdin and input arguments may not both be used.')
        kwargs['stdin'] = PIPE
    if capture_output:
        if kwargs.get('stdout') is not None or kwargs.get('stderr') is not None:
            raise ValueError('stdout and stderr arguments may not be used with capture_output.')
        kwargs['stdout'] = PIPE
        kwargs['stderr'] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        stdout, stderr = process.communicate(input, timeout=timeout)
        status = process.poll()
        if check and status:
            raise CalledProcessError(status, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, status, stdout, stderr)


def call(*popenargs, timeout=None, **kwargs):
    with Popen(*popenargs, **kwargs) as process:
        return process.wait(timeout=timeout)


def check_call(*popenargs, **kwargs):
    status = call(*popenargs, **kwargs)
    if status:
        cmd = kwargs.get("args")
        if cmd is None:
            cmd = popenargs[0]
        raise CalledProcessError(status, cmd)
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    for name in ('stdout', 'check'):
        if name in kwargs:
            raise ValueError(f'{name} argument not allowed, it will be overridden.')
    if 'input' in kwargs and kwargs['input'] is None:
        if kwargs.get('universal_newlines') or kwargs.get('text') or kwargs.get('encoding') or kwargs.get('errors'):
            kwargs['input'] = ''
        else:
            kwargs['input'] = b''
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def getstatusoutput(cmd, *, encoding=None, errors=None):
    try:
        data = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors)
        status = 0
    except CalledProcessError as ex:
        data = ex.output
        status = ex.returncode
    if data[-1:] == '\n':
        data = data[:-1]
    return status, data


def getoutput(cmd, *, encoding=None, errors=None):
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def list2cmdline(seq):
    result = []
    for arg in map(os.fsdecode, seq):
        backslashes = []
        if result:
            result.append(' ')
        quote = (' ' in arg) or ('\t' in arg) or not arg
        if quote:
            result.append('"')
        for c in arg:
            if c == '\\':
                backslashes.append(c)
            elif c == '"':
                result.append('\\' * len(backslashes) * 2)
                backslashes = []
                result.append('\\"')
            else:
                result.extend(backslashes)
                backslashes = []
                result.append(c)
        result.extend(backslashes)
        if quote:
            result.extend(backslashes)
            result.append('"')
    return ''.join(result)


class _wrap_close:
    def __init__(self, stream, process):
        self._stream = stream
        self._process = process

    def close(self):
        self._stream.close()
        status = self._process.wait()
        return None if status == 0 else status << 8

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def _os_popen(cmd, mode='r'):
    if not isinstance(cmd, str):
        raise TypeError("invalid cmd type (%s, expected string)" % type(cmd))
    if mode not in ("r", "w"):
        raise ValueError("invalid mode %r" % mode)
    if mode == 'r':
        process = Popen(cmd, shell=True, text=True, stdout=PIPE)
        return _wrap_close(process.stdout, process)
    process = Popen(cmd, shell=True, text=True, stdin=PIPE)
    return _wrap_close(process.stdin, process)
`;
