"""The world behind sandbox.json: the sealed interfaces of the centre, and the control that plays patient and bank."""

import json
import time
import urllib.error
import urllib.request

from canonical import read
from envelope import Partner

PATHS = {"6201": "uldFeeInfo", "6202": "pay_order", "6203": "refund_Order", "6301": "query_order_info", "6401": "revoke_order"}
_LOCAL = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def post(url, text, content_type="application/json; charset=utf-8"):
    """The body of the answer, whatever its status: a refusal is an answer too."""
    request = urllib.request.Request(url, text.encode(), {"Content-Type": content_type})
    try:
        with _LOCAL.open(request, timeout=30) as answer:
            return answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.read().decode()


class Sandbox:
    def __init__(self, file, partner_number, person_number, style):
        self._file = file
        self.info = file["partners"][partner_number - 1]
        self.person = file["persons"][person_number - 1]
        self.partner = Partner(self.info["appId"], self.info["appSecret"], self.info["privateKey"], file["center"]["publicKey"], style)

    def send(self, code, message):
        """Sends an envelope as it is and returns the text of the answer."""
        return post(f"{self._file['center']['baseUrl']}/org/local/api/hos/{PATHS[code]}", json.dumps(message, ensure_ascii=False))

    def call(self, code, data, **more):
        """Seals, sends, and opens the reply."""
        return self.partner.open(self.send(code, self.partner.seal(data, **more)))

    def voucher(self, kind):
        """What the patient's phone would show: an ecToken or a payAuthNo."""
        answer = self._control("/vouchers", {"psnNo": self.person["psnNo"], "kind": kind})
        return answer["value"]

    def pay_cash(self, order):
        """The patient confirms at the bank: {status, amount in fen}, or {error} while the bank knows no payment yet."""
        return self._control("/bank/" + order, {"action": "pay"})

    def told(self, order):
        """The 6302 notices that the hospital received about an order, in clear."""
        url = f"{self._file['control']['baseUrl']}/received?orgCodg={self.info['orgCodg']}"
        with _LOCAL.open(url, timeout=30) as answer:
            return [row["data"] for row in read(answer.read().decode()) if row["transaction"] == "6302" and row["data"]["payOrdId"] == order]

    def _control(self, path, body):
        return json.loads(post(self._file["control"]["baseUrl"] + path, json.dumps(body)))


def until(ask, holds, seconds=20):
    """Asks again, with a growing pause, until the answer holds or time is up; returns the last answer."""
    end, pause = time.monotonic() + seconds, 0.05
    while not holds(answer := ask()) and time.monotonic() < end:
        time.sleep(pause)
        pause = min(1, pause * 1.5)
    return answer
