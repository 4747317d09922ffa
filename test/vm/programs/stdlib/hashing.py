import hashlib, hmac, base64, binascii, uuid, struct, random, secrets
for n in ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_256', 'blake2b', 'blake2s']:
    h = hashlib.new(n); h.update(b'hello '); c = h.copy(); h.update(b'world'); print(n, h.hexdigest(), c.hexdigest(), h.digest_size, h.block_size, h.name)
print(hashlib.sha256(b'x').digest(), hashlib.shake_128(b'a').hexdigest(8), hashlib.md5(bytearray(b'q')).hexdigest(), hashlib.pbkdf2_hmac('sha256', b'pw', b'salt', 3).hex(), hashlib.blake2b(b'x', digest_size=8, key=b'k').hexdigest())
for f in [lambda: hashlib.sha1('text'), lambda: hashlib.new('nope'), lambda: hashlib.sha256(5)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(hmac.new(b'k', b'm', 'sha256').hexdigest(), hmac.compare_digest('a', 'a'), 'sha1' in hashlib.algorithms_available)
for b in [b'', b'a', b'ab', b'abc', bytes(range(256))]:
    e = base64.b64encode(b); print(e[:20], base64.b64decode(e) == b, base64.b32encode(b)[:20], base64.b16encode(b)[:20], base64.urlsafe_b64encode(b)[-8:], base64.b85encode(b)[:9], base64.encodebytes(b)[:80], binascii.crc32(b), binascii.hexlify(b)[:10])
for f in [lambda: base64.b64decode('abc'), lambda: binascii.unhexlify('abc'), lambda: binascii.unhexlify('zz'), lambda: base64.b64decode(b'ab$c', validate=True), lambda: binascii.a2b_base64(b'a')]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(binascii.b2a_qp(b'a=b \n\xe9'), binascii.a2b_qp(b'a=3Db=\n c'), binascii.hexlify(b'abcd', ':'), binascii.hexlify(b'abcde', '-', 2), binascii.b2a_uu(b'hello'), binascii.a2b_uu(binascii.b2a_uu(b'hello')))
print(uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid3(uuid.NAMESPACE_URL, 'x'), uuid.UUID('12345678123456781234567812345678'), uuid.UUID(int=5).hex, repr(uuid.UUID(int=1)), uuid.UUID('{00000000-0000-0000-0000-000000000001}').int, uuid.uuid4().version)
for fmt, vals in [('<ihb', (1, -2, 3)), ('>Qd', (2**63, 1.5)), ('@bxh', (1, 2)), ('=3s2p?', (b'abcd', b'xyz', True)), ('!4B', (1, 2, 3, 4)), ('<e', (1.5,)), ('iq', (1, 2)), ('<f', (0.1,))]:
    p = struct.pack(fmt, *vals); print(fmt, p, struct.unpack(fmt, p), struct.calcsize(fmt))
print(struct.unpack_from('<H', b'\1\2\3\4', 2), list(struct.iter_unpack('<H', b'\1\2\3\4')), struct.Struct('<I').size); buf = bytearray(6); struct.pack_into('>H', buf, 2, 0xabcd); print(buf)
for f in [lambda: struct.pack('<b', 200), lambda: struct.pack('i', 'x'), lambda: struct.unpack('<I', b'abc'), lambda: struct.pack('z', 1), lambda: struct.pack('ii', 1), lambda: struct.pack('3s', 'x'), lambda: struct.unpack_from('<I', b'abc', 1)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
r = random.Random(42); print([r.random() for _ in range(3)], r.randint(1, 100), r.choice('abc'), r.sample(range(100), 5), r.getrandbits(70), r.uniform(1, 2), r.gauss(0, 1), r.randrange(0, 100, 5)); l = list(range(8)); r.shuffle(l); print(l, r.choices('ab', k=5), r.betavariate(1, 2), r.expovariate(1), r.triangular(), random.Random('seed').random(), random.Random(b'x').random(), random.Random(2**100).random(), random.Random(-5).random(), random.Random(1.5).random())
s = r.getstate(); a = r.random(); r.setstate(s); print(a == r.random(), len(secrets.token_hex(4)))
