/** array.array over a bytearray; numbers go through struct, views of it are memoryviews of the same memory. */
export const array = String.raw`
"""Arrays of numbers of one kind."""
import collections.abc
import operator
import struct
import types

typecodes = 'bBuhHiIlLqQfd'
_names = {code: code for code in typecodes}


def _check(typecode, value):
    if typecode == 'u':
        if not isinstance(value, str) or len(value) != 1:
            raise TypeError('array item must be a unicode character, not ' + type(value).__name__)
        return value
    if typecode in 'fd':
        if not isinstance(value, (int, float)) and not hasattr(value, '__float__'):
            raise TypeError('must be real number, not ' + type(value).__name__)
    elif not hasattr(value, '__index__'):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    try:
        return struct.unpack('@' + typecode, struct.pack('@' + typecode, value))[0]
    except struct.error as e:
        bits = struct.calcsize('@' + typecode) * 8
        signed = typecode.islower()
        low = -(1 << bits - 1) if signed else 0
        kind = {'b': 'signed char', 'B': 'unsigned byte integer', 'h': 'signed short integer', 'H': 'unsigned short',
                'i': 'signed integer', 'I': 'unsigned int'}.get(typecode, 'array item')
        raise OverflowError(f"{kind} is {'less than minimum' if value < low else 'greater than maximum'}") from None


class array:
    def __new__(cls, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError('array() argument 1 must be a unicode character, not ' + type(typecode).__name__)
        if typecode not in typecodes:
            raise ValueError('bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)')
        self = super().__new__(cls)
        self._data = bytearray()
        self._code = typecode
        self._packed = '@' + ('I' if typecode == 'u' else typecode)
        self._size = struct.calcsize(self._packed)
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif isinstance(initializer, str) and typecode != 'u':
            raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
        elif isinstance(initializer, array) and initializer._code == 'u' and typecode != 'u':
            raise TypeError(f"cannot use a unicode array to initialize an array with typecode '{typecode}'")
        elif isinstance(initializer, array) and initializer._code != typecode:
            for x in initializer:
                self.append(x)
        else:
            self.extend(initializer)
        return self

    typecode = property(lambda self: self._code)
    itemsize = property(lambda self: self._size)

    def _pack(self, x):
        x = _check(self._code, x)
        return struct.pack(self._packed, ord(x) if self._code == 'u' else x)

    def _like(self, data):
        result = array(self._code)
        result._data = bytearray(data)
        return result

    def append(self, x, /):
        self._data += self._pack(x)

    def extend(self, iterable, /):
        if isinstance(iterable, array):
            if iterable._code != self._code:
                raise TypeError('can only extend with array of same kind')
            self._data += bytes(iterable._data)
        else:
            for x in iterable:
                self.append(x)

    def fromlist(self, items, /):
        if not isinstance(items, list):
            raise TypeError('arg must be list')
        self._data += b''.join([self._pack(x) for x in items])

    def tolist(self):
        items = list(struct.unpack(f'@{len(self)}{self._packed[1]}', self._data))
        return [chr(x) for x in items] if self._code == 'u' else items

    def frombytes(self, data, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(memoryview(data))
        if len(data) % self._size:
            raise ValueError('bytes length not a multiple of item size')
        self._data += data

    def tobytes(self):
        return bytes(self._data)

    def __buffer__(self, flags=0):
        return memoryview(self._data).cast(self._packed[1])

    def tofile(self, f, /):
        f.write(self.tobytes())

    def fromfile(self, f, n, /):
        if n < 0:
            raise ValueError('negative count')
        data = f.read(n * self._size)
        self.frombytes(data[:len(data) // self._size * self._size])
        if len(data) < n * self._size:
            raise EOFError('read() didn\'t return enough bytes')

    def fromunicode(self, text, /):
        if self._code != 'u':
            raise ValueError("fromunicode() may only be called on unicode type arrays")
        for c in text:
            self.append(c)

    def tounicode(self):
        if self._code != 'u':
            raise ValueError("tounicode() may only be called on unicode type arrays")
        return ''.join(self.tolist())

    def byteswap(self):
        size = self._size
        data = self._data
        data[:] = b''.join(data[i:i + size][::-1] for i in range(0, len(data), size))

    def buffer_info(self):
        return (id(self._data), len(self))

    def count(self, x, /):
        return self.tolist().count(x)

    def index(self, x, start=0, stop=None, /):
        try:
            return self.tolist().index(x, start, *([] if stop is None else [stop]))
        except ValueError:
            raise ValueError('array.index(x): x not in array') from None

    def insert(self, i, x, /):
        i = operator.index(i)
        at = max(0, i + len(self)) if i < 0 else min(i, len(self))
        self._data[at * self._size:at * self._size] = self._pack(x)

    def pop(self, i=-1, /):
        if not self._data:
            raise IndexError('pop from empty array')
        x = self._item(i, 'pop index out of range')
        del self[i]
        return x

    def remove(self, x, /):
        try:
            del self[self.tolist().index(x)]
        except ValueError:
            raise ValueError('array.remove(x): x not in array') from None

    def reverse(self):
        self[:] = self[::-1]

    def __len__(self):
        return len(self._data) // self._size

    def __iter__(self):
        i = 0
        while i < len(self):
            yield self._item(i, '')
            i += 1

    def __contains__(self, x):
        return x in self.tolist()

    def _place(self, i, message):
        i = operator.index(i)
        n = len(self)
        if i < 0:
            i += n
        if not 0 <= i < n:
            raise IndexError(message)
        return i * self._size

    def _item(self, i, message):
        x, = struct.unpack_from(self._packed, self._data, self._place(i, message))
        return chr(x) if self._code == 'u' else x

    def _parts(self):
        size, data = self._size, bytes(self._data)
        return [data[i:i + size] for i in range(0, len(data), size)]

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._like(b''.join(self._parts()[key]))
        if not hasattr(key, '__index__'):
            raise TypeError('array indices must be integers')
        return self._item(key, 'array index out of range')

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            if not isinstance(value, array):
                raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
            if value._code != self._code:
                raise TypeError('bad argument type for built-in operation')
            parts = self._parts()
            parts[key] = value._parts()
            self._data[:] = b''.join(parts)
        elif not hasattr(key, '__index__'):
            raise TypeError('array indices must be integers')
        else:
            at = self._place(key, 'array assignment index out of range')
            self._data[at:at + self._size] = self._pack(value)

    def __delitem__(self, key):
        if isinstance(key, slice):
            parts = self._parts()
            del parts[key]
            self._data[:] = b''.join(parts)
        else:
            at = self._place(key, 'array assignment index out of range')
            del self._data[at:at + self._size]

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other._code != self._code:
            raise TypeError('bad argument type for built-in operation')
        return self._like(self._data + other._data)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, n):
        if not hasattr(n, '__index__'):
            return NotImplemented
        return self._like(self._data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self._data *= n
        return self

    def __eq__(self, other):
        return self.tolist() == other.tolist() if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self.tolist() < other.tolist() if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self.tolist() <= other.tolist() if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self.tolist() > other.tolist() if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self.tolist() >= other.tolist() if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __copy__(self):
        return self._like(self._data)

    def __deepcopy__(self, memo):
        return self._like(self._data)

    def __reduce__(self):
        return (type(self), (self._code, self.tolist()))

    def __repr__(self):
        if not self._data:
            return f"{type(self).__name__}('{self._code}')"
        shown = repr(self.tounicode()) if self._code == 'u' else repr(self.tolist())
        return f"{type(self).__name__}('{self._code}', {shown})"

    def __class_getitem__(cls, item):
        return types.GenericAlias(cls, item)


collections.abc.MutableSequence.register(array)
ArrayType = array
`;
