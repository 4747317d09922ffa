/** array.array over a list of checked numbers; bytes come from struct. */
export const array = String.raw`
"""Arrays of numbers of one kind."""
import struct

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
        raise OverflowError(f"array item is {'less than minimum' if value < low else 'greater than maximum'}") from None


class array:
    def __new__(cls, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError('array() argument 1 must be a unicode character, not ' + type(typecode).__name__)
        if typecode not in typecodes:
            raise ValueError('bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)')
        self = super().__new__(cls)
        self.typecode = typecode
        self.itemsize = 4 if typecode == 'u' else struct.calcsize('@' + typecode)
        self._items = []
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif isinstance(initializer, str) and typecode != 'u':
            raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
        else:
            self.extend(initializer)
        return self

    def _like(self, items):
        result = array(self.typecode)
        result._items = items
        return result

    def append(self, x, /):
        self._items.append(_check(self.typecode, x))

    def extend(self, iterable, /):
        if isinstance(iterable, array):
            if iterable.typecode != self.typecode:
                raise TypeError('can only extend with array of same kind')
            self._items += iterable._items
        else:
            for x in iterable:
                self.append(x)

    def fromlist(self, items, /):
        if not isinstance(items, list):
            raise TypeError('arg must be list')
        self._items += [_check(self.typecode, x) for x in items]

    def tolist(self):
        return list(self._items)

    def frombytes(self, data, /):
        data = bytes(data)
        if len(data) % self.itemsize:
            raise ValueError('bytes length not a multiple of item size')
        if self.typecode == 'u':
            self._items += data.decode('utf-32-le')
        else:
            self._items += struct.unpack(f'@{len(data) // self.itemsize}{self.typecode}', data)

    def tobytes(self):
        if self.typecode == 'u':
            return ''.join(self._items).encode('utf-32-le')
        return struct.pack(f'@{len(self._items)}{self.typecode}', *self._items)

    def __buffer__(self, flags=0):
        return memoryview(self.tobytes())

    __bytes__ = tobytes

    def tofile(self, f, /):
        f.write(self.tobytes())

    def fromfile(self, f, n, /):
        data = f.read(n * self.itemsize)
        self.frombytes(data[:len(data) // self.itemsize * self.itemsize])
        if len(data) < n * self.itemsize:
            raise EOFError('read() didn\'t return enough bytes')

    def fromunicode(self, text, /):
        if self.typecode != 'u':
            raise ValueError("fromunicode() may only be called on unicode type arrays")
        self._items += text

    def tounicode(self):
        if self.typecode != 'u':
            raise ValueError("tounicode() may only be called on unicode type arrays")
        return ''.join(self._items)

    def byteswap(self):
        swapped = b''.join(self.tobytes()[i:i + self.itemsize][::-1] for i in range(0, len(self) * self.itemsize, self.itemsize))
        self._items = []
        self.frombytes(swapped)

    def buffer_info(self):
        return (id(self._items), len(self._items))

    def count(self, x, /):
        return self._items.count(x)

    def index(self, x, start=0, stop=None, /):
        try:
            return self._items.index(x, start, *([] if stop is None else [stop]))
        except ValueError:
            raise ValueError('array.index(x): x not in array') from None

    def insert(self, i, x, /):
        self._items.insert(i, _check(self.typecode, x))

    def pop(self, i=-1, /):
        if not self._items:
            raise IndexError('pop from empty array')
        return self._items.pop(i)

    def remove(self, x, /):
        del self._items[self.index(x)]

    def reverse(self):
        self._items.reverse()

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, x):
        return x in self._items

    def __getitem__(self, key):
        return self._like(self._items[key]) if isinstance(key, slice) else self._items[key]

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            if not isinstance(value, array):
                raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
            self._items[key] = value._items
        else:
            self._items[key] = _check(self.typecode, value)

    def __delitem__(self, key):
        del self._items[key]

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')
        return self._like(self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, n):
        return self._like(self._items * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self._items *= n
        return self

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __copy__(self):
        return self._like(list(self._items))

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __reduce__(self):
        return (array, (self.typecode, list(self._items)))

    def __repr__(self):
        if not self._items:
            return f"array('{self.typecode}')"
        shown = repr(''.join(self._items)) if self.typecode == 'u' else repr(self._items)
        return f"array('{self.typecode}', {shown})"


ArrayType = array
`;
