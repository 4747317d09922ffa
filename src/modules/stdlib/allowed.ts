/**
 * Which modules of the carrier are let through: those that are CPython's own text and work on our natives. What brython
 * stubbed or rewrote for the browser (os, io, re, time, json, sys, platform, ...) is not here: ours replaces it.
 */
const list = `
__future__ _collections_abc _compat_pickle _compression _csv _markupbase _py_abc _pydecimal _threading_local _weakrefset
abc argparse base64 bdb bisect calendar cmd code codeop collections collections.abc colorsys configparser contextlib
copy copyreg csv dataclasses datetime decimal difflib doctest enum fnmatch fractions functools genericpath getopt getpass
gettext glob gzip heapq hmac html html.entities html.parser inspect ipaddress keyword linecache locale logging logging.config
logging.handlers mimetypes ntpath numbers opcode operator optparse pathlib pickle pprint queue quopri random reprlib
secrets sched selectors shlex shutil stat statistics string stringprep struct tabnanny tarfile tempfile textwrap threading
timeit token tokenize traceback types typing unittest unittest.__main__ unittest._log unittest.async_case unittest.case
unittest.loader unittest.main unittest.mock unittest.result unittest.runner unittest.signals unittest.suite unittest.util
urllib urllib.parse uu uuid warnings weakref zipfile encodings encodings.aliases
concurrent concurrent.futures concurrent.futures._base concurrent.futures.thread
email email._encoded_words email._header_value_parser email._parseaddr email._policybase email.base64mime email.charset
email.contentmanager email.encoders email.errors email.feedparser email.generator email.header email.headerregistry
email.iterators email.message email.mime email.mime.application email.mime.base email.mime.multipart email.mime.nonmultipart
email.mime.text email.parser email.policy email.quoprimime email.utils
ast contextvars codecs signal this
encodings.ascii encodings.base64_codec encodings.bz2_codec encodings.charmap encodings.cp037 encodings.cp1006
encodings.cp1026 encodings.cp1125 encodings.cp1140 encodings.cp1250 encodings.cp1251 encodings.cp1252 encodings.cp1253
encodings.cp1254 encodings.cp1255 encodings.cp1256 encodings.cp1257 encodings.cp1258 encodings.cp273 encodings.cp424
encodings.cp437 encodings.cp500 encodings.cp720 encodings.cp737 encodings.cp775 encodings.cp850 encodings.cp852
encodings.cp855 encodings.cp856 encodings.cp857 encodings.cp858 encodings.cp860 encodings.cp861 encodings.cp862
encodings.cp863 encodings.cp864 encodings.cp865 encodings.cp866 encodings.cp869 encodings.cp874 encodings.cp875
encodings.hex_codec encodings.hp_roman8 encodings.idna encodings.iso8859_1 encodings.iso8859_10 encodings.iso8859_11
encodings.iso8859_13 encodings.iso8859_14 encodings.iso8859_15 encodings.iso8859_16 encodings.iso8859_2 encodings.iso8859_3
encodings.iso8859_4 encodings.iso8859_5 encodings.iso8859_6 encodings.iso8859_7 encodings.iso8859_8 encodings.iso8859_9
encodings.koi8_r encodings.koi8_t encodings.koi8_u encodings.kz1048 encodings.latin_1 encodings.mac_arabic
encodings.mac_croatian encodings.mac_cyrillic encodings.mac_farsi encodings.mac_greek encodings.mac_iceland
encodings.mac_latin2 encodings.mac_roman encodings.mac_romanian encodings.mac_turkish encodings.palmos encodings.ptcp154
encodings.punycode encodings.quopri_codec encodings.raw_unicode_escape encodings.rot_13 encodings.tis_620 encodings.undefined
encodings.unicode_escape encodings.utf_16 encodings.utf_16_be encodings.utf_16_le encodings.utf_32 encodings.utf_32_be
encodings.utf_32_le encodings.utf_7 encodings.utf_8 encodings.utf_8_sig encodings.uu_codec encodings.zlib_codec
`;

export const carriedModules: ReadonlySet<string> = new Set(list.split(/\s+/).filter((name) => name !== ""));

/** urllib.parse of 3.13: what stands in brackets is an IPv6 address or of a later kind. */
const bracketedHost = String.raw`def _check_bracketed_host(hostname):
 if hostname.startswith('v'):
  if not re.match(r"\Av[a-fA-F0-9]+\..+\Z",hostname):
   raise ValueError("IPvFuture address is invalid")
 else:
  import ipaddress
  if isinstance(ipaddress.ip_address(hostname),ipaddress.IPv4Address):
   raise ValueError("An IPv4 address cannot be in brackets")

`;

/** traceback of 3.13: an entry has all lines of what was running, and marks that know calls and subscripts. */
const entryLines = String.raw` def _set_lines(self):
  if self._line is None and self.lineno is not None and self.end_lineno is not None:
   numbers=range(self.lineno,self.end_lineno+1)
   self._line=''.join(linecache.getline(self.filename,n).rstrip()+'\n' for n in numbers)

 @property
 def _original_lines(self):
  self._set_lines()
  return self._line

 @property
 def line(self):
  self._set_lines()
  if self._line is None:
   return None
  return self._line.partition('\n')[0].strip()

`;
const entryFormat = String.raw` def format_frame_summary(self,frame_summary):
  row=['  File "{}", line {}, in {}\n'.format(frame_summary.filename,frame_summary.lineno,frame_summary.name)]
  lines=frame_summary._original_lines
  if lines and lines.strip():
   if frame_summary.colno is None or frame_summary.end_colno is None:
    row.append('    {}\n'.format(frame_summary.line))
   else:
    import _sandbake_import
    row.append(_sandbake_import.marked_lines(lines,frame_summary.colno,frame_summary.end_colno))
`;

/** Small damages of the carrier, mended as the text is loaded. */
export const repairs: ReadonlyMap<string, (text: string) => string> = new Map([
  [
    "traceback",
    (text: string) =>
      text
        .replace(/^ @property\n def _original_line\(self\):[\s\S]*?(?=^def walk_stack)/m, () => entryLines)
        .replace(/^ {2}self\.end_lineno=end_lineno\n/m, "")
        .replace(
          /^ {2}self\._line=line\n/m,
          "$&  self.end_lineno=lineno if end_lineno is None else end_lineno\n",
        )
        .replace(
          /^ def format_frame_summary\(self,frame_summary\):[\s\S]*?(?=^ {2}if frame_summary\.locals:)/m,
          () => entryFormat,
        ),
  ],
  // The plain case at once (glob.ts).
  [
    "glob",
    (text: string) =>
      text
        .replace(/^import contextlib$/m, "import contextlib,_sandbake_glob")
        .replace(
          /^ return list\(iglob\(/m,
          " if type(pathname)is str and root_dir is None and dir_fd is None and not(recursive or include_hidden):return _sandbake_glob.glob(pathname)\n$&",
        ),
  ],
  // Debugging prints that brython left in Template.
  [
    "string",
    (text: string) =>
      text
        .replace(/^ +print\('string 112[\s\S]*?\)\)$/m, "")
        .replace(/^ +print\('string 121.*$/m, "")
        .replace(/^if __name__ =='__main__':[\s\S]*$/m, ""),
  ],
  // The carried text is of an earlier 3.11: what 3.11.2 refuses in ports and schemes.
  [
    "urllib.parse",
    (text: string) =>
      text
        .replace(
          /^( *)port=int\(port,10\)$/m,
          "$1if not (port.isdigit()and port.isascii()):raise ValueError\n$1port=int(port,10)",
        )
        // 3.13 refuses what is in brackets and no IPv6 address.
        .replace(
          /^( +)raise ValueError\("Invalid IPv6 URL"\)$/m,
          "$1raise ValueError(\"Invalid IPv6 URL\")\n  if '['in netloc and ']'in netloc:\n   _check_bracketed_host(netloc.partition('[')[2].partition(']')[0])",
        )
        .replace(
          /^@functools\.lru_cache\(typed=True \)\ndef urlsplit\(/m,
          `${bracketedHost}@functools.lru_cache(typed=True)\ndef urlsplit(`,
        )
        .replace(/^( *)nport=int\(port\)$/m, "$1nport=int(port)if port.isdigit()and port.isascii()else None")
        .replace(/^ if i >0:$/m, " if i >0 and url[0].isascii()and url[0].isalpha():")
        .replace(
          /^ url,scheme,_coerce_result=_coerce_args\(url,scheme\)\n \n for b in _UNSAFE_URL_BYTES_TO_REMOVE:/m,
          " url,scheme,_coerce_result=_coerce_args(url,scheme)\n url=url.lstrip(''.join(map(chr,range(33))));scheme=scheme.strip(''.join(map(chr,range(33))))\n for b in _UNSAFE_URL_BYTES_TO_REMOVE:",
        ),
  ],
  // A member descriptor is what __slots__ makes; a function's __globals__ is another kind here.
  [
    "types",
    (text: string) =>
      text.replace("type(FunctionType.__globals__)", 'type(type("_",(),{"__slots__":("a",)}).a)'),
  ],
  // What 3.13 does: members that are made up later come from object, not from the class's own __new__.
  [
    "enum",
    (text: string) =>
      text
        .replace(/^ +__new__=getattr\(cls,'__new_member__',None \)\n/m, "")
        .replace("if cls._member_type_ is object and not __new__:", "if cls._member_type_ is object:")
        .replace("(__new__ or cls._member_type_.__new__)(cls,value)", "cls._member_type_.__new__(cls,value)"),
  ],
  // A field may be part of itself.
  [
    "dataclasses",
    (text: string) =>
      text.replace(
        " def __repr__(self):\n  return ('Field('",
        " @__import__('reprlib').recursive_repr()\n def __repr__(self):\n  return ('Field('",
      ),
  ],
  // The C half gives the list of conditions as the exception's argument.
  ["_pydecimal", (text: string) => text.replace("raise error(explanation)", "raise error([condition])")],
  // What the C half says of data that ends early, and of what is local to a function.
  [
    "pickle",
    (text: string) =>
      text
        .replace(/^( *)raise EOFError$/m, '$1raise EOFError("Ran out of input")')
        .replace(
          /^ {2}self\.file_read=file_read\n {2}self\.file_readline=file_readline\n/m,
          `  def whole(n):
   data=file_read(n)
   if n>1 and len(data)<n:
    raise UnpicklingError("pickle data was truncated")
   return data
  def line():
   data=file_readline()
   if data[-1:]!=b'\\n':
    raise UnpicklingError("pickle data was truncated")
   return data
  self.file_read=whole
  self.file_readline=line
`,
        )
        .replace(
          /^ {4}dispatch\[key\[0\]\]\(self\)$/m,
          `    load_one=dispatch.get(key[0])
    if load_one is None:
     shown="'\\\\x%02x'"%key[0] if not 32<=key[0]<127 else repr(chr(key[0]))
     raise UnpicklingError("invalid load key, %s."%shown)
    try:
     load_one(self)
    except IndexError as e:
     few="list" in str(e)
     raise UnpicklingError("unpickling stack underflow"if few else "pickle data was truncated")from None`,
        )
        .replace(
          /^ {2}module_name=whichmodule\(obj,name\)$/m,
          `$&
  if '<locals>' in name.split('.'):
   raise AttributeError("Can't get local object %r"%name)`,
        ),
  ],
  // Of a source that is a directory open() itself tells.
  [
    "shutil",
    (text: string) =>
      text.replace(
        /^( +except IsADirectoryError as e:\n +if os\.path\.exists\(dst\)):$/m,
        "$1 or os.path.isdir(src):",
      ),
  ],
  ["unittest.mock", (text: string) => text.replace(/\\nActual: %s'/g, "\\n  Actual: %s'")],
  // A row may be any iterable.
  [
    "_csv",
    (text: string) =>
      text
        .replace(/^( *)rowlen=len\(row\)$/m, "$1row=list(row)\n$1rowlen=len(row)")
        .replace(/^( *)self\.writeline\(/m, "$1return self.writeline("),
  ],
  // The C accelerator words these errors so; the text passes the bad value as a second argument.
  [
    "datetime",
    (text: string) =>
      text
        .replace(
          /raise ValueError\('day must be in 1\.\.%d'\s*%\s*dim\s*,\s*day\)/g,
          "raise ValueError('day is out of range for month')",
        )
        .replace(
          /raise ValueError\('year must be in %d\.\.%d'\s*%\s*\(MINYEAR\s*,\s*MAXYEAR\)\s*,\s*year\)/g,
          "raise ValueError('year %d is out of range'%year)",
        )
        .replace('"timedelta(hours=24).")', '"timedelta(hours=24), not %r."%(offset,))')
        .replace(
          /raise TypeError\("can't compare '%s' to '%s'"%\(\n type\(x\)\.__name__,type\(y\)\.__name__\)\)/,
          'raise TypeError("can\'t compare %s to %s"%(_typeName(x),_typeName(y)))\n' +
            "def _typeName(x):\n" +
            " t=type(x)\n" +
            " return 'datetime.'+t.__name__ if t in (date,time,datetime,timedelta,timezone)else t.__name__\n",
        )
        .replace(
          /"cannot compare naive and aware (datetimes|times)"/g,
          '"can\'t compare offset-naive and offset-aware $1"',
        )
        .replace(
          "f'{self.__class__.__name__}'\n  f'(year=",
          "f'datetime.{self.__class__.__name__}'\n  f'(year=",
        )
        .replace(
          '"cannot mix naive and timezone-aware time"',
          '"can\'t subtract offset-naive and offset-aware datetimes"',
        )
        .replace(
          /raise ValueError\('((?:month|hour|minute|second|microsecond) must be in [^']*)'\s*,\s*\w+\)/g,
          "raise ValueError('$1')",
        ),
  ],
]);
