"""The payment centre's envelope: SM2 signature over the clear message, data encrypted with SM4 (sections 2.2.3.1, 2.2.3.2)."""

from datetime import datetime, timedelta, timezone

import sm2
import sm4
from canonical import canonical, plain, read, write

_UNSIGNED = ("signData", "encData", "extra")
_CHINA = timezone(timedelta(hours=8))


class Style:
    """What the document leaves open and hospitals do differently."""

    def __init__(self, quoted=True, digits=13, upper=True):
        self.quoted, self.digits, self.upper = quoted, digits, upper

    def timestamp_now(self):
        return self.timestamp(datetime.now(timezone.utc))

    def timestamp(self, now):
        return now.astimezone(_CHINA).strftime("%Y%m%d%H%M%S") if self.digits == 14 else str(int(now.timestamp() * 1000))


class Partner:
    """One appId with its keys, and the centre's public key. Seals requests, opens replies."""

    def __init__(self, app_id, app_secret, private, center_public, style):
        self.app_id, self._secret, self.style = app_id, app_secret, style
        self._private = sm2.private_key(private)
        self._public = sm2.public_of(self._private)
        self._center = sm2.public_key(center_public)
        new_secret = sm4.encrypt(app_id[:16].encode("ascii"), app_secret.encode()).hex().upper()
        self._data_key = new_secret[:16].encode("ascii")

    def text_to_sign(self, message):
        """k=v pieces in order of key regardless of case; data as canonical JSON; closed by the secret."""
        pieces = []
        for key in sorted(message, key=lambda key: key.upper().lower()):
            value = message[key]
            if key not in _UNSIGNED and value is not None and value != "":
                pieces.append(key + "=" + (canonical(value, self.style.quoted) if isinstance(value, (dict, list)) else plain(value)))
        return "&".join(pieces + ["key=" + self._secret]).encode()

    def seal(self, data, now=None, **more):
        """The request as an object, ready to be sent; `more` are further top-level members."""
        message = {"appId": self.app_id, "data": data, "encType": "SM4", "signType": "SM2",
                   "timestamp": self.style.timestamp(now or datetime.now(timezone.utc)), "version": "2.0.1", **more}
        message["signData"] = sm2.sign(self._private, self._public, self.text_to_sign(message))
        cipher = sm4.encrypt(self._data_key, write(message.pop("data")).encode()).hex()
        message["encData"] = cipher.upper() if self.style.upper else cipher
        return message

    def open(self, text):
        """The reply with its data in clear. Raises ValueError unless the centre signed it."""
        reply = read(text)
        if reply.get("encData"):
            reply["data"] = read(sm4.decrypt(self._data_key, bytes.fromhex(reply["encData"])).decode())
        if not sm2.verify(self._center, self.text_to_sign(reply), reply.get("signData") or ""):
            raise ValueError("the reply is not signed by the centre")
        return reply
