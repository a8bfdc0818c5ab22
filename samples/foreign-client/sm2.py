"""SM2 signatures (GB/T 32918.2-2016) on sm2p256v1 with SM3, written R||S. Plain and slow: about 10 ms each."""

import base64
import secrets

from sm3 import sm3

P = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF
A = P - 3
B = 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
G = (0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7,
     0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0)
USER_ID = b"1234567812345678"


def _double(x, y, z):
    """Jacobian coordinates; z = 0 is the point at infinity."""
    yy = y * y % P
    s = 4 * x * yy % P
    m = 3 * (x - z * z) * (x + z * z) % P  # a = -3
    x3 = (m * m - 2 * s) % P
    return x3, (m * (s - x3) - 8 * yy * yy) % P, 2 * y * z % P


def _add(first, second):
    if first[2] == 0:
        return second
    if second[2] == 0:
        return first
    x1, y1, z1 = first
    x2, y2, z2 = second
    u1, u2 = x1 * z2 * z2 % P, x2 * z1 * z1 % P
    s1, s2 = y1 * z2 ** 3 % P, y2 * z1 ** 3 % P
    if u1 == u2:
        return _double(*first) if s1 == s2 else (1, 1, 0)
    h, r = u2 - u1, s2 - s1
    x3 = (r * r - h ** 3 - 2 * u1 * h * h) % P
    return x3, (r * (u1 * h * h - x3) - s1 * h ** 3) % P, h * z1 * z2 % P


def _times(k, point):
    total, power = (1, 1, 0), (*point, 1)
    while k:
        if k & 1:
            total = _add(total, power)
        power = _double(*power)
        k >>= 1
    return total


def _x(point):
    return point[0] * pow(point[2], -2, P) % P


def public_key(text):
    """Base64 of 04||X||Y or X||Y."""
    raw = base64.b64decode(text)
    raw = raw[1:] if len(raw) == 65 and raw[0] == 4 else raw
    x, y = int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big")
    if len(raw) != 64 or (y * y - x * x * x - A * x - B) % P:
        raise ValueError("not a public key of sm2p256v1")
    return x, y


def private_key(text):
    """Base64 of D: 32 bytes, or 33 with a leading zero. Always unsigned."""
    d = int.from_bytes(base64.b64decode(text), "big")
    if not 1 <= d < N - 1:
        raise ValueError("not a private key of sm2p256v1")
    return d


def public_of(d):
    x, y, z = _times(d, G)
    return x * pow(z, -2, P) % P, y * pow(z, -3, P) % P


def _digest(public, message):
    """SM3 of ZA and the message: ZA binds the user id, the curve and the signer's key."""
    numbers = (A, B, *G, *public)
    za = sm3(bytes([0, 8 * len(USER_ID)]) + USER_ID + b"".join(n.to_bytes(32, "big") for n in numbers))
    return int.from_bytes(sm3(za + message), "big")


def sign(d, public, message):
    """Base64 of the 64 bytes R||S."""
    e = _digest(public, message)
    while True:
        k = 1 + secrets.randbelow(N - 1)
        r = (e + _x(_times(k, G))) % N
        s = pow(1 + d, -1, N) * (k - r * d) % N
        if r and s and r + k != N:
            return base64.b64encode(r.to_bytes(32, "big") + s.to_bytes(32, "big")).decode()


def verify(public, message, signature):
    raw = base64.b64decode(signature)
    r, s = int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big")
    t = (r + s) % N
    if len(raw) != 64 or not 1 <= r < N or not 1 <= s < N or t == 0:
        return False
    point = _add(_times(s, G), _times(t, public))
    return point[2] != 0 and (_digest(public, message) + _x(point)) % N == r
