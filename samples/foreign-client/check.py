"""Known answers: run this first. Without arguments it checks the algorithms; with a file in the form of
test/vectors/vectors.json it checks canonical text, key derivation, cipher text and signature too."""

import json
import sys

import sm2
import sm4
from canonical import canonical, read
from envelope import Partner, Style
from huimin import HuiminPartner
from sm3 import sm3


def algorithms():
    assert sm3(b"abc").hex() == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    key = bytes.fromhex("0123456789abcdeffedcba9876543210")
    assert sm4.encrypt(key, key)[:16].hex() == "681edf34d206965e86b3e94f536e4246"
    assert sm4.decrypt(key, sm4.encrypt(key, key)) == key
    public = sm2.public_of(12345)
    signature = sm2.sign(12345, public, b"message")
    assert sm2.verify(public, b"message", signature) and not sm2.verify(public, b"massage", signature)


def vectors(path):
    with open(path, encoding="utf-8") as file:
        known = json.load(file)
    for row in known["canonical"]:
        assert canonical(read(row["input"]), True) == row["quoted"], row
        assert canonical(read(row["input"]), False) == row["literal"], row
    m = known["mobilePay"]
    partner = Partner(m["appId"], m["appSecret"], m["privateKey33"], m["publicKey65"], Style())
    message = {"appId": m["appId"], "data": read(m["clear"]), "encType": "SM4", "signType": "SM2",
               "timestamp": m["timestamp"], "version": "2.0.1"}
    assert partner.text_to_sign(message).decode() == m["textToSign"]
    assert sm2.verify(sm2.public_key(m["publicKey65"]), m["textToSign"].encode(), m["signature"])
    assert sm4.encrypt(m["dataKey"].encode(), m["clear"].encode()).hex().upper() == m["encData"]
    h = known["huimin"]
    hospital = HuiminPartner(h["request"]["platformId"], h["secret"])
    assert hospital.sign(h["request"], h["clear"]) == h["signData"]
    assert sm4.encrypt(h["secret"][:16].encode(), h["clear"].encode()).hex().upper() == h["encData"]


if __name__ == "__main__":
    algorithms()
    if len(sys.argv) > 1:
        vectors(sys.argv[1])
    print("all known answers hold")
