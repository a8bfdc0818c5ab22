"""SM4, the block cipher of GB/T 32907-2016, in ECB mode with PKCS#7 padding: what the payment centre asks for."""

import struct

_SBOX = bytes.fromhex(
    "d690e9fecce13db716b614c228fb2c05" "2b679a762abe04c3aa44132649860699"
    "9c4250f491ef987a33540b43edcfac62" "e4b31ca9c908e89580df94fa758f3fa6"
    "4707a7fcf37317ba83593c19e6854fa8" "686b81b27164da8bf8eb0f4b70569d35"
    "1e240e5e6358d1a225227c3b01217887" "d40046579fd327524c3602e7a0c4c89e"
    "eabf8ad240c738b5a3f7f2cef96115a1" "e0ae5da49b341a55ad933230f58cb1e3"
    "1df6e22e8266ca60c02923ab0d534e6f" "d5db3745defd8e2f03ff6a726d6c5b51"
    "8d1baf92bbddbc7f11d95c411f105ad8" "0ac13188a5cd7bbd2d74d012b8e5b4b0"
    "8969974a0c96777e65b9f109c56ec684" "18f07dec3adc4d2079ee5f3ed7cb3948")
_SYSTEM = (0xA3B1BAC6, 0x56AA3350, 0x677D9197, 0xB27022DC)
_ROUND = [sum(((4 * i + j) * 7 % 256) << (24 - 8 * j) for j in range(4)) for i in range(32)]
_MASK = 0xFFFFFFFF


def _turn(word, by):
    return ((word << by) | (word >> (32 - by))) & _MASK


def _substitute(word):
    return _SBOX[word >> 24] << 24 | _SBOX[word >> 16 & 255] << 16 | _SBOX[word >> 8 & 255] << 8 | _SBOX[word & 255]


def _round_keys(key):
    if len(key) != 16:
        raise ValueError("an SM4 key has 16 bytes")
    k = [word ^ fixed for word, fixed in zip(struct.unpack(">4I", key), _SYSTEM)]
    for constant in _ROUND:
        b = _substitute(k[-3] ^ k[-2] ^ k[-1] ^ constant)
        k.append(k[-4] ^ b ^ _turn(b, 13) ^ _turn(b, 23))
    return k[4:]


def _blocks(keys, data):
    out = []
    for at in range(0, len(data), 16):
        a, b, c, d = struct.unpack_from(">4I", data, at)
        for key in keys:
            t = _substitute(b ^ c ^ d ^ key)
            a, b, c, d = b, c, d, a ^ t ^ _turn(t, 2) ^ _turn(t, 10) ^ _turn(t, 18) ^ _turn(t, 24)
        out.append(struct.pack(">4I", d, c, b, a))
    return b"".join(out)


def encrypt(key, data):
    gap = 16 - len(data) % 16
    return _blocks(_round_keys(key), data + bytes([gap]) * gap)


def decrypt(key, data):
    """Raises ValueError where the text cannot have been encrypted with this key."""
    if not data or len(data) % 16:
        raise ValueError("the cipher text is not made of whole blocks")
    clear = _blocks(_round_keys(key)[::-1], data)
    gap = clear[-1]
    if not 1 <= gap <= 16 or clear[-gap:] != bytes([gap]) * gap:
        raise ValueError("the padding is wrong: another key, or a damaged text")
    return clear[:-gap]
