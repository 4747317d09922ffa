/** platform over os.uname and sys. */
export const platform = String.raw`
"""Facts about the machine, as the host tells them."""
import os
import sys
import collections

uname_result = collections.namedtuple('uname_result', 'system node release version machine')
uname_result.processor = property(lambda self: '')


def uname():
    u = os.uname()
    return uname_result(u.sysname, u.nodename, u.release, u.version, u.machine)


def system():
    return uname().system


def node():
    return uname().node


def release():
    return uname().release


def version():
    return uname().version


def machine():
    return uname().machine


def processor():
    return ''


def architecture(executable=sys.executable, bits='', linkage=''):
    return ('64bit' if sys.maxsize > 2**32 else '32bit', 'ELF')


def libc_ver(executable=None, lib='', version='', chunksize=16384):
    return (lib, version)


def platform(aliased=False, terse=False):
    u = uname()
    parts = [u.system, u.release] if terse else [u.system, u.release, u.machine]
    return '-'.join(part.replace(' ', '_') for part in parts if part)


def python_implementation():
    return 'CPython'


def python_version():
    return '%d.%d.%d' % sys.version_info[:3]


def python_version_tuple():
    return tuple(python_version().split('.'))


def python_branch():
    return ''


def python_revision():
    return ''


def python_build():
    return ('main', 'Jan  1 1980 00:00:00')


def python_compiler():
    return 'sandbake'


def freedesktop_os_release():
    for path in ('/etc/os-release', '/usr/lib/os-release'):
        try:
            with open(path, encoding='utf-8') as lines:
                info = {'NAME': 'Linux', 'ID': 'linux', 'PRETTY_NAME': 'Linux'}
                for line in lines:
                    name, equals, value = line.strip().partition('=')
                    if equals and not name.startswith('#'):
                        if value[:1] in ('"', "'") and value[-1:] == value[:1]:
                            value = value[1:-1]
                        for escaped in '"$\\' + "'" + chr(96):
                            value = value.replace('\\' + escaped, escaped)
                        info[name] = value
                return info
        except OSError:
            pass
    raise OSError("Unable to read files /etc/os-release, /usr/lib/os-release")
`;
