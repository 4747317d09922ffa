/** importlib and pkgutil as far as programs use them; the work is done by the VM's import system. */
export const importlib = String.raw`
"""Importing by name."""
import sys
import _sandbake_import
from importlib._bootstrap import __import__, _resolve_name

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']


def invalidate_caches():
    pass


def import_module(name, package=None):
    level = 0
    if name.startswith('.'):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        for character in name:
            if character != '.':
                break
            level += 1
        name = _resolve_name(name[level:], package, level)
    return _sandbake_import.import_module(name)


def reload(module):
    import types
    if not module or not isinstance(module, types.ModuleType):
        raise TypeError("reload() argument must be a module")
    name = module.__name__
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    path = None
    if '.' in name:
        path = sys.modules[name.rpartition('.')[0]].__path__
    if _sandbake_import.reload_native(name):
        return sys.modules[name]
    found = _sandbake_import.find(name, path)
    if found is None:
        raise NotImplementedError(f"importlib.reload() of the native module {name} is not available in the sandbox")
    exec(compile(found[0], found[1], 'exec'), module.__dict__)
    return sys.modules[name]
`;

export const bootstrap = String.raw`
from builtins import __import__
import sys


class ModuleSpec:
    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._set_fileattr = False
        self._cached = None

    def __repr__(self):
        args = [f'name={self.name!r}', f'loader={self.loader!r}']
        if self.origin is not None:
            args.append(f'origin={self.origin!r}')
        if self.submodule_search_locations is not None:
            args.append(f'submodule_search_locations={self.submodule_search_locations}')
        return f'{self.__class__.__name__}({", ".join(args)})'

    def __eq__(self, other):
        try:
            return (self.name == other.name and self.loader == other.loader and self.origin == other.origin
                    and self.submodule_search_locations == other.submodule_search_locations)
        except AttributeError:
            return NotImplemented

    cached = None

    @property
    def parent(self):
        return self.name.rpartition('.')[0] if self.submodule_search_locations is None else self.name

    @property
    def has_location(self):
        return self._set_fileattr


def _resolve_name(name, package, level):
    bits = package.rsplit('.', level - 1)
    if len(bits) < level:
        raise ImportError('attempted relative import beyond top-level package')
    base = bits[0]
    return f'{base}.{name}' if name else base


class BuiltinImporter:
    _ORIGIN = "built-in"

    @classmethod
    def is_package(cls, fullname):
        return False

    @staticmethod
    def create_module(spec):
        import _sandbake_import
        return _sandbake_import.import_module(spec.name)

    @staticmethod
    def exec_module(module):
        pass


class FrozenImporter(BuiltinImporter):
    _ORIGIN = "frozen"
`;

export const machinery = String.raw`
from importlib._bootstrap import ModuleSpec, BuiltinImporter, FrozenImporter

SOURCE_SUFFIXES = ['.py']
DEBUG_BYTECODE_SUFFIXES = ['.pyc']
OPTIMIZED_BYTECODE_SUFFIXES = ['.pyc']
BYTECODE_SUFFIXES = ['.pyc']
EXTENSION_SUFFIXES = []


def all_suffixes():
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class SourceFileLoader:
    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__qualname__} object for {self.name!r}>'

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def is_package(self, fullname):
        return self.path.endswith('/__init__.py')

    def get_filename(self, fullname=None):
        return self.path

    def get_source(self, fullname=None):
        with open(self.path, encoding='utf-8') as source:
            return source.read()

    def get_data(self, path):
        with open(path, 'rb') as data:
            return data.read()

    def get_code(self, fullname=None):
        return compile(self.get_source(fullname), self.path, 'exec')

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(self.get_code(module.__name__), module.__dict__)

    def load_module(self, fullname=None):
        from importlib.util import module_from_spec, spec_from_file_location
        import sys
        spec = spec_from_file_location(self.name, self.path, loader=self)
        module = module_from_spec(spec)
        sys.modules[self.name] = module
        self.exec_module(module)
        return module


class SourcelessFileLoader(SourceFileLoader):
    def get_code(self, fullname=None):
        raise NotImplementedError('importlib: compiled modules cannot be loaded in the sandbox')


class ExtensionFileLoader(SourcelessFileLoader):
    pass


class NamespaceLoader:
    def __init__(self, name, path, path_finder=None):
        self.name = name
        self._path = path


class PathFinder:
    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        from importlib.util import _find
        return _find(fullname, path)

    @classmethod
    def invalidate_caches(cls):
        pass


class FileFinder:
    def __init__(self, path, *loader_details):
        self.path = path

    def find_spec(self, fullname, target=None):
        from importlib.util import _find
        return _find(fullname, [self.path])


class WindowsRegistryFinder:
    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None
`;

export const bootstrapExternal = String.raw`
from importlib.machinery import (SOURCE_SUFFIXES, BYTECODE_SUFFIXES, EXTENSION_SUFFIXES, SourceFileLoader, SourcelessFileLoader,
                                 ExtensionFileLoader, NamespaceLoader, PathFinder, FileFinder, WindowsRegistryFinder)

path_sep = '/'
MAGIC_NUMBER = b'\xa7\r\r\n'


def cache_from_source(path, debug_override=None, *, optimization=None):
    raise NotImplementedError('sys.implementation.cache_tag is None')


def source_from_cache(path):
    raise NotImplementedError('sys.implementation.cache_tag is None')
`;

export const util = String.raw`
import sys
import types
import _sandbake_import
from importlib._bootstrap import ModuleSpec, BuiltinImporter, _resolve_name
from importlib.machinery import SourceFileLoader

MAGIC_NUMBER = b'\xa7\r\r\n'


def resolve_name(name, package):
    if not name.startswith('.'):
        return name
    elif not package:
        raise ImportError(f'no package specified for {repr(name)} (required for relative module names)')
    level = 0
    for character in name:
        if character != '.':
            break
        level += 1
    return _resolve_name(name[level:], package, level)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    if location is None:
        location = loader.get_filename(name)
    import os
    location = os.path.abspath(os.fspath(location))
    if loader is None:
        if not location.endswith('.py'):
            return None
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if submodule_search_locations is not None:
        spec.submodule_search_locations = list(submodule_search_locations)
    elif location.endswith('/__init__.py'):
        spec.submodule_search_locations = [os.path.dirname(location)]
    return spec


def module_from_spec(spec):
    module = None
    if hasattr(spec.loader, 'create_module'):
        module = spec.loader.create_module(spec)
    if module is None:
        module = types.ModuleType(spec.name)
    module.__spec__ = spec
    module.__loader__ = spec.loader
    module.__package__ = spec.parent
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
    return module


def _find(fullname, path=None):
    if _sandbake_import.is_native(fullname):
        return ModuleSpec(fullname, BuiltinImporter, origin='built-in')
    found = _sandbake_import.find(fullname, path)
    if found is None:
        return None
    source, filename, is_package = found
    spec = ModuleSpec(fullname, SourceFileLoader(fullname, filename), origin=filename, is_package=is_package)
    spec._set_fileattr = True
    if is_package:
        spec.submodule_search_locations.append(filename.removesuffix('/__init__.py'))
    return spec


def find_spec(name, package=None):
    fullname = resolve_name(name, package) if name.startswith('.') else name
    if fullname in sys.modules:
        module = sys.modules[fullname]
        if module is None:
            return None
        spec = getattr(module, '__spec__', None)
        return spec if spec is not None else _find(fullname)
    parent = fullname.rpartition('.')[0]
    path = None
    if parent:
        module = _sandbake_import.import_module(parent)
        try:
            path = module.__path__
        except AttributeError as e:
            raise ModuleNotFoundError(f'__path__ attribute not found on {parent!r} while trying to find {fullname!r}', name=fullname) from e
    return _find(fullname, path)


def source_hash(source_bytes):
    raise NotImplementedError('importlib.util.source_hash() is not available in the sandbox')


def source_from_cache(path):
    raise NotImplementedError('sys.implementation.cache_tag is None')


def cache_from_source(path, debug_override=None, *, optimization=None):
    raise NotImplementedError('sys.implementation.cache_tag is None')
`;

export const importlibAbc = String.raw`
import abc


class Loader(metaclass=abc.ABCMeta):
    def create_module(self, spec):
        return None

    def load_module(self, fullname):
        raise ImportError


class MetaPathFinder(metaclass=abc.ABCMeta):
    def invalidate_caches(self):
        pass


class PathEntryFinder(metaclass=abc.ABCMeta):
    def invalidate_caches(self):
        pass


class ResourceLoader(Loader):
    pass


class InspectLoader(Loader):
    pass


class ExecutionLoader(InspectLoader):
    pass


class FileLoader(ResourceLoader, ExecutionLoader):
    pass


class SourceLoader(ResourceLoader, ExecutionLoader):
    pass


from importlib.machinery import SourceFileLoader as _SourceFileLoader, PathFinder as _PathFinder, FileFinder as _FileFinder
SourceLoader.register(_SourceFileLoader)
MetaPathFinder.register(_PathFinder)
PathEntryFinder.register(_FileFinder)
`;

export const pkgutil = String.raw`
"""Utilities to support packages."""
import sys
import os
from collections import namedtuple

ModuleInfo = namedtuple('ModuleInfo', 'module_finder name ispkg')
ModuleInfo.__doc__ = 'A namedtuple with minimal info about a module.'


def extend_path(path, name):
    if not isinstance(path, list):
        return path
    path = path[:]
    parent_package, _, final_name = name.rpartition('.')
    if parent_package:
        try:
            search_path = getattr(sys.modules[parent_package], '__path__')
        except (KeyError, AttributeError):
            return path
    else:
        search_path = sys.path
    for directory in search_path:
        if not isinstance(directory, str):
            continue
        portion = os.path.join(directory, final_name)
        if os.path.isdir(portion) and portion not in path:
            if os.path.isfile(os.path.join(portion, '__init__.py')) or not os.path.isfile(portion + '.py'):
                path.append(portion)
    return path


def iter_modules(path=None, prefix=''):
    from importlib.machinery import FileFinder
    if isinstance(path, str):
        raise ValueError("path must be None or list of paths to look for modules in")
    seen = set()
    for directory in (sys.path if path is None else path):
        try:
            names = sorted(os.listdir(directory))
        except OSError:
            continue
        for entry in names:
            full = os.path.join(directory, entry)
            if entry.endswith('.py'):
                name, ispkg = entry[:-3], False
            elif os.path.isdir(full) and '.' not in entry and os.path.isfile(os.path.join(full, '__init__.py')):
                name, ispkg = entry, True
            else:
                continue
            if name == '__init__' or name in seen or not name.isidentifier():
                continue
            seen.add(name)
            yield ModuleInfo(FileFinder(directory), prefix + name, ispkg)


def walk_packages(path=None, prefix='', onerror=None):
    for info in iter_modules(path, prefix):
        yield info
        if info.ispkg:
            try:
                __import__(info.name)
            except Exception:
                if onerror is None:
                    raise
                onerror(info.name)
            else:
                yield from walk_packages(list(getattr(sys.modules[info.name], '__path__', None) or []), info.name + '.', onerror)


def get_data(package, resource):
    module = sys.modules.get(package) or __import__(package, fromlist=['_'])
    if getattr(module, '__file__', None) is None:
        return None
    with open(os.path.join(os.path.dirname(module.__file__), *resource.split('/')), 'rb') as data:
        return data.read()


def find_loader(fullname):
    from importlib.util import find_spec
    spec = find_spec(fullname)
    return spec.loader if spec is not None else None


def get_loader(module_or_name):
    name = module_or_name if isinstance(module_or_name, str) else module_or_name.__name__
    return find_loader(name)


def resolve_name(name):
    from importlib import import_module
    if ':' in name:
        module, _, attributes = name.partition(':')
        result = import_module(module)
        parts = attributes.split('.') if attributes else []
    else:
        parts = name.split('.')
        result = import_module(parts.pop(0))
        module = result.__name__
        while parts:
            try:
                result = import_module(module + '.' + parts[0])
            except ImportError:
                break
            module += '.' + parts.pop(0)
    for part in parts:
        result = getattr(result, part)
    return result
`;
