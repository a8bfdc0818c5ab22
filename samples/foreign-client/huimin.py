"""The huimin platform's envelope (SM3 over a text that ends with the secret, SM4 over the content), and its signing page."""

import html.parser
import json
import urllib.error
import urllib.parse
import urllib.request
from datetime import datetime, timedelta, timezone
from secrets import token_hex

import sm4
from sandbox import _LOCAL, post
from sm3 import sm3

CHINA = timezone(timedelta(hours=8))
_UNSIGNED = ("signData", "encData", "extendParmas")


class HuiminPartner:
    """One platformId with its secret. Seals requests, opens replies. What is encrypted is signed byte for byte."""

    def __init__(self, platform_id, secret):
        self.platform_id, self._secret = platform_id, secret
        self._key = secret[:16].encode("ascii")

    def sign(self, members, clear):
        pieces = {name: value for name, value in members.items() if name not in _UNSIGNED}
        if clear is not None:
            pieces["data"] = clear
        text = "&".join(f"{name}={pieces[name]}" for name in sorted(pieces)) + "&key=" + self._secret
        return sm3(text.encode()).hex().upper()

    def seal(self, trans_code, clear, now, number=None):
        local = now.astimezone(CHINA)
        members = {"encType": "SM4", "extendParmas": "", "platformId": self.platform_id, "platformSeqId": number or token_hex(16),
                   "platformTransDate": local.strftime("%Y%m%d"), "platformTransTime": local.strftime("%H%M%S"),
                   "signType": "SM3", "transCode": trans_code, "version": "1.0.0"}
        members["signData"] = self.sign(members, clear)
        members["encData"] = sm4.encrypt(self._key, clear.encode()).hex().upper()
        return members

    def open(self, text):
        """(rtCode, rtMsg, content or None). Raises ValueError unless the platform signed it."""
        reply = json.loads(text)
        clear = sm4.decrypt(self._key, bytes.fromhex(reply["encData"])).decode() if reply.get("encData") else None
        if self.sign(reply, clear) != reply["signData"]:
            raise ValueError("the reply is not signed by the platform")
        return reply["rtCode"], reply["rtMsg"], json.loads(clear) if clear else None


class Platform:
    """The platform behind sandbox.json, for one hospital and one patient."""

    def __init__(self, file, partner_number, person_number):
        self._file = file
        self.info = file["huiminPartners"][partner_number - 1]
        self.person = file["persons"][person_number - 1]
        self.partner = HuiminPartner(self.info["platformId"], self.info["secret"])
        self.here = {"hospitalId": self.info["hospitalId"], "cityCode": self.info["cityCode"]}

    def now(self):
        """The sandbox's clock, which control can move."""
        with _LOCAL.open(self._file["control"]["baseUrl"] + "/clock", timeout=30) as answer:
            return datetime.now(timezone.utc) + _duration(json.load(answer)["offset"])

    def send(self, message):
        return post(self._file["huimin"]["baseUrl"] + "/huimin/api", json.dumps(message, ensure_ascii=False))

    def call(self, trans_code, data, number=None, late=timedelta(0), change=lambda sealed: sealed):
        """(rtCode, rtMsg, content or None); `late` and `change` are for what shall be refused."""
        sealed = self.partner.seal(trans_code, json.dumps(data, ensure_ascii=False), self.now() - late, number)
        return self.partner.open(self.send(change(sealed)))

    def control(self, path, body):
        return json.loads(post(self._file["control"]["baseUrl"] + path, json.dumps(body)))

    def control_get(self, path):
        """The answer, or {error} of what is not there."""
        try:
            with _LOCAL.open(self._file["control"]["baseUrl"] + path, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            return json.load(refused)

    def received(self):
        """What reached the simulated hospital in place of your own server."""
        return self.control_get(f"/received?orgCodg={self.info['orgCodg']}")


class Form(html.parser.HTMLParser):
    """The first form of a page: its address and its fields, a group of choices by its first one."""

    def __init__(self, page):
        super().__init__()
        self.action, self.fields, self.texts = None, {}, []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "form" and self.action is None:
            self.action = found.get("action", "")
        if tag != "input" or "name" not in found:
            return
        if found.get("type") in ("text", "password", "tel") or "type" not in found:
            self.texts.append(found["name"])
        else:
            self.fields.setdefault(found["name"], found.get("value", "on"))


def sign_on_page(address, answer):
    """What the patient does on his phone: opens the address, chooses the first account, agrees, proves himself, confirms."""
    browser = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor())
    with browser.open(address, timeout=30) as page:
        form = Form(page.read().decode())
    fields = dict(form.fields, **{name: answer for name in form.texts})
    target = urllib.parse.urljoin(address, form.action or address)
    with browser.open(urllib.request.Request(target, urllib.parse.urlencode(fields).encode()), timeout=30) as page:
        return page.read().decode()


def download(address):
    with _LOCAL.open(address, timeout=30) as answer:
        return answer.read()


def _duration(text):
    """P1DT2H3M4.5S as a timedelta."""
    days, _, rest = text.lstrip("P").partition("T")
    found = {"D": days} if days else {}
    number = ""
    for letter in rest:
        if letter in "HMS":
            found[letter], number = number, ""
        else:
            number += letter
    return timedelta(days=float(found.get("D", "0").rstrip("D") or 0), hours=float(found.get("H", 0)),
                     minutes=float(found.get("M", 0)), seconds=float(found.get("S", 0)))
