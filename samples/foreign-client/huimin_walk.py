"""Walks an inpatient through the huimin platform as a hospital's system would: `python3 huimin_walk.py .ybpay/sandbox.json`.

Signing, three deposits, trial, discharge, surplus refund, fast claim with an image, and the statement, compared line by line; and what is
refused on the way. Prints one JSON line per step and ends with status 0 only if every step held. Puts the sandbox's clock on by a day."""

import argparse
import base64
import io
import json
import sys
import zipfile
from datetime import timedelta
from secrets import token_hex

from huimin import CHINA, Platform, download, sign_on_page
from huimin_documents import documents, picture
from sandbox import until

DEPOSIT, OWN, BASIC = 130000, 380000, 270000
SECOND_INSURER, PERCENT = "YBC44003", 30


class Walk:
    def __init__(self, platform):
        self.platform, self.held, self.called = platform, True, set()
        self.visit, self.own = "ZY" + token_hex(8).upper(), []

    def step(self, name, held, **shown):
        self.held = self.held and bool(held)
        print(json.dumps({"step": name, "held": bool(held), **shown}, ensure_ascii=False), flush=True)

    def good(self, name, code, data):
        """A call that must succeed; returns its content."""
        self.called.add(code)
        rt_code, message, content = self.platform.call(code, data)
        secret = ("signToken", "forwardUrl", "settleFileUrl", "orderList")
        self.step(name, rt_code == "0000", transaction=code, rtCode=rt_code, rtMsg=message, **{key: value for key, value in (content or {}).items() if key not in secret})
        return content or {}

    def refused(self, name, code, data, expected, **more):
        rt_code, message, _ = self.platform.call(code, data, **more)
        self.step(name, rt_code == expected, transaction=code, rtCode=rt_code, rtMsg=message)

    def ask(self, code, data):
        self.called.add(code)
        return self.platform.call(code, data)[2] or {}

    def order(self, name, path, body):
        """The control plays patient, insurer, operator and time."""
        answer = self.platform.control(path, body)
        self.step(name, "error" not in answer, **answer)
        return answer

    def told(self, transaction):
        """What the platform sent to this hospital about this visit, clear."""
        return [row["data"] for row in self.platform.received() if row["transaction"] == transaction and row["data"]["treatmentSerialNo"] == self.visit]

    def payment(self, token, amount, order_type="2"):
        order = "PAY" + token_hex(8)
        return {"signToken": token, "orderId": order, "amt": amount, "orderType": order_type, "mdtrtId": "MD" + order, "setlId": "SETL" + order, **self.platform.here}

    def paid(self, name, token, amount, order_type="2"):
        """A payment that is done; its queryId."""
        message = self.payment(token, amount, order_type)
        answer = self.good(name, "HOS00003", message)
        state = until(lambda: self.ask("HOS00012", {"orderId": message["orderId"], **self.platform.here}), lambda content: content.get("orderStatus") != "01")
        self.step(name + ": paid", state.get("orderStatus") == "02" and state.get("amt") == amount, orderStatus=state.get("orderStatus"))
        self.own.append((message["orderId"], "01", amount))
        return answer.get("queryId", "")


def enrol(w):
    person = w.platform.person
    w.platform.control("/enrolments", {"psnNo": person["psnNo"], "action": "end"})  # of an earlier walk; 404 at the first
    names = {"idNo": person["idNo"], "userName": person["userName"], "mobile": "13800000001", "treatmentSerialNo": w.visit, **w.platform.here}
    question = {key: value for key, value in names.items() if key != "mobile"} | {"idType": "01"}
    state = w.good("is the patient enrolled?", "HOS00001", question)
    w.step("not yet", state.get("signStatus") == "0" and state.get("forwardUrl"))
    page = sign_on_page(w.good("the signing page's address", "HOS00025", names)["forwardUrl"], person["idNo"][-6:])
    w.step("the patient confirms on the page", "签约成功" in page or "正在签约" in page)
    state = until(lambda: w.ask("HOS00001", question), lambda content: content.get("signStatus") == "1")
    w.step("enrolled", state.get("signStatus") == "1" and len(state.get("signToken", "")) == 64, signStatus=state.get("signStatus"))
    return state.get("signToken", "")


def freeze(w, token):
    """An operator freezes the enrolment: nothing is paid until he allows it again."""
    psn_no = w.platform.person["psnNo"]
    w.order("an operator freezes the enrolment", "/enrolments", {"psnNo": psn_no, "action": "freeze", "reason": "investigation"})
    w.refused("a frozen enrolment pays nothing", "HOS00003", w.payment(token, 100), "0002")
    w.order("and allows it again", "/enrolments", {"psnNo": psn_no, "action": "unfreeze", "reason": "cleared"})
    w.refused("a token that nobody has pays nothing", "HOS00003", w.payment("0" * 64, 100), "0001")


def refund(w, token):
    query = w.paid("an examination", token, 12800, "3")
    message = {"orderId": "REF" + token_hex(8), "origOrderId": query, "amtRefund": 3800, **w.platform.here}
    w.good("a part of it goes back", "HOS00004", message)
    state = until(lambda: w.ask("HOS00012", {"orderId": message["orderId"], **w.platform.here}), lambda content: content.get("orderStatus") != "11")
    w.step("it is back", state.get("orderStatus") == "12" and state.get("amt") == 3800, orderStatus=state.get("orderStatus"))
    w.refused("more than was paid is not", "HOS00004", {**message, "orderId": "REF" + token_hex(8), "amtRefund": 9001}, "1000")
    w.own.append((message["orderId"], "02", 3800))


def discharge(w, token):
    """Three deposits; basic insurance pays its part, the first insurer its own, the rest is the patient's, and the surplus goes back. What the insurer paid."""
    deposits = [w.paid(f"deposit {number}", token, DEPOSIT) for number in (1, 2, 3)]
    settled = {"treatmentSerialNo": w.visit, "setlId": "SETL" + token_hex(6), "settleAmt": OWN + BASIC, "nonCreditPayAmt": BASIC, **w.platform.here}
    extension = {"treatmentSerialNo": w.visit, "setlId": settled["setlId"], "socialInsuranceTotal": BASIC, "thirdpartyPayTotal": 0}
    trial = {"trialId": "TRIAL" + token_hex(8), "origPayQueryId": ",".join(deposits), "extParams": json.dumps(extension), **settled}
    tried = w.good("the trial", "HOST0014", trial)
    budget = tried.get("budgetAmt", 0)
    w.step("the trial's sums", budget > 0 and tried.get("psnAmt") == 3 * DEPOSIT and tried.get("supplementAmt") == 0 and tried.get("refundAmt") == 3 * DEPOSIT - (OWN - budget))
    order = {"trialId": trial["trialId"], "orderId": "DIS" + token_hex(8), "origPayQueryId": deposits, "thirdpartyPayTotal": 0, "miAmt": BASIC, "budgetAmt": budget,
             "grAmt": OWN - budget, **settled}
    w.refused("one deposit alone does not suffice", "HOS00014", {**order, "orderId": "DIS" + token_hex(8), "origPayQueryId": deposits[:1]}, "5501")
    w.good("the discharge", "HOS00014", order)
    question = {"orderId": order["orderId"], "treatmentSerialNo": w.visit, "type": "01", **w.platform.here}
    done = until(lambda: w.ask("HOS00016", question), lambda content: content.get("orderStatus") != "31")
    back = [row for row in done.get("orderList", []) if row["refundAmt"]]
    w.step("the discharge is done", done.get("orderStatus") == "32" and done.get("insureSettleAmt") == budget and sum(row["refundAmt"] for row in back) == tried.get("refundAmt"),
           orderStatus=done.get("orderStatus"), insureSettleAmt=done.get("insureSettleAmt"), refundAmt=done.get("refundAmt"))
    w.good("the same discharge again has no second effect", "HOS00014", order)
    w.refused("a used deposit is not refunded", "HOS00004", {"orderId": "REF" + token_hex(8), "origOrderId": deposits[0], "amtRefund": 1, **w.platform.here}, "1000")
    w.own += [(row["orderId"], "02", row["refundAmt"]) for row in back]
    return budget


def claim(w, insured):
    person, here = w.platform.person, {"treatmentSerialNo": w.visit}
    begun = w.order("the patient applies for a fast claim", "/claims", {"psnNo": person["psnNo"], "hospitalId": w.platform.info["hospitalId"], "treatmentSerialNo": w.visit,
                                                                        "insuranceId": SECOND_INSURER})
    w.step("the hospital has the authorisation letter", until(lambda: w.told("HIS00002"), bool))
    for code, message in documents(w.visit, person, w.platform.info, w.platform.now().astimezone(CHINA), OWN, BASIC, insured).items():
        w.good(code, code, message)
    image = {"idNo": person["idNo"], "fileType": "png", "imageBase64": base64.b64encode(picture(600, 800)).decode(), "imageType": "3044", "verifyStatus": "3", **here}
    w.good("the discharge summary as an image", "HOS00028", image)
    w.good("the receipt as an image", "HOS00028", {**image, "imageType": "3085"})
    w.refused("an image that is none", "HOS00028", {**image, "imageBase64": base64.b64encode(b"no image at all").decode()}, "1000")
    w.good("all is handed in", "HOS00027", {"idNo": person["idNo"], "status": "1", **here})
    w.refused("after that nothing more is taken", "HOS00028", image, "1000")
    view = until(lambda: w.platform.control_get(f"/claims/{begun.get('caseId')}"), lambda told: "stage" in told)
    question = {"idNo": person["idNo"], "hospitalId": w.platform.info["hospitalId"], **here}
    for stage, node in (("DECLARED", "1"), ("COSTED", "2"), ("ASSESSED", "3"), ("SETTLED", "4"), ("PAID", "4")):
        view = w.order("the insurer goes on", f"/claims/{begun.get('caseId')}", {"action": "advance"})
        state = until(lambda: w.ask("HOS00029", question), lambda content, node=node: content.get("claimNode") == node)
        w.step("the case as the hospital sees it", view.get("stage") == stage and state.get("claimNode") == node, claimNode=state.get("claimNode"))
    w.step("the insurer has paid what its policy says", view.get("amount") == (OWN - insured) * PERCENT // 100, amount=view.get("amount"))
    nodes = until(lambda: [notice["claimNode"] for notice in w.told("HIS00004")], lambda told: len(told) >= 4)
    w.step("the hospital was told of each node once", nodes == ["1", "2", "3", "4"], nodes=nodes)
    w.refused("a decided case is not withdrawn", "HOS00026", {"idNo": person["idNo"], **here}, "1000")


def withdraw(w):
    """Another visit, whose claim the patient thinks better of."""
    person, visit = w.platform.person, "MZ" + token_hex(8).upper()
    w.order("an outpatient visit", "/visits", {"orgCodg": w.platform.info["orgCodg"], "psnNo": person["psnNo"], "treatmentSerialNo": visit, "medType": "0020"})
    w.order("the patient applies for it too", "/claims", {"psnNo": person["psnNo"], "hospitalId": w.platform.info["hospitalId"], "treatmentSerialNo": visit, "medType": "0020"})
    w.good("and withdraws", "HOS00026", {"treatmentSerialNo": visit, "idNo": person["idNo"]})
    question = {"idNo": person["idNo"], "hospitalId": w.platform.info["hospitalId"], "treatmentSerialNo": visit}
    state = until(lambda: w.ask("HOS00029", question), lambda content: content.get("claimNode") == "9")
    w.step("the case is withdrawn", state.get("claimNode") == "9", claimNode=state.get("claimNode"))
    state = w.ask("HOS00029", {**question, "treatmentSerialNo": "MZ" + token_hex(8)})
    w.step("of a visit without a case there is none", state.get("claimNode") == "0" and "insuranceId" not in state, claimNode=state.get("claimNode"))


def envelopes(w):
    """What no platform may take."""
    message = {"orderId": "NONE0000001", **w.platform.here}
    number = token_hex(16)
    w.platform.call("HOS00012", message, number)
    w.refused("a number counts once", "HOS00012", message, "4008", number=number)
    w.refused("six minutes late is too late", "HOS00012", message, "4000", late=timedelta(minutes=6))
    w.refused("what was changed on the way is not taken", "HOS00012", message, "4000", change=lambda sealed: {**sealed, "signData": sealed["signData"][::-1]})
    text = w.platform.send({**w.platform.partner.seal("HOS00012", json.dumps(message), w.platform.now()), "platformId": "00000000"})
    w.step("nobody's platformId", json.loads(text)["rtCode"] == "4104", rtCode=json.loads(text)["rtCode"])


def statement(w):
    """At noon of the next day the statement of this one is there: every order of the walk once, and nothing open of the person."""
    now = w.platform.now()
    day = now.astimezone(CHINA)
    noon = (day + timedelta(days=1)).replace(hour=12, minute=0, second=5, microsecond=0)
    question = {"settleDate": day.strftime("%Y%m%d"), **w.platform.here}
    w.refused("the day has not ended", "HOS00013", question, "1000")
    w.order("noon of the next day", "/clock", {"advance": f"PT{int((noon - now).total_seconds()) + 1}S"})
    address = w.good("the statement", "HOS00013", question)["settleFileUrl"]
    with zipfile.ZipFile(io.BytesIO(download(address))) as archive:
        lines = [line.split("!|") for line in archive.read(archive.namelist()[0]).decode().splitlines()]
    w.step("every line has fourteen fields and is closed", all(len(line) == 15 and line[14] == "" for line in lines), lines=len(lines))
    theirs = sorted((line[1], line[6], int(line[7])) for line in lines if line[1] in {order for order, _, _ in w.own})
    w.step("it agrees with the hospital's records line by line", theirs == sorted(w.own), orders=len(w.own))
    w.step("no identity number stands open", not any(w.platform.person["idNo"] in line for line in map("".join, lines)))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("sandbox", help="sandbox.json")
    options.add_argument("--partner", type=int, default=1)
    given = options.parse_args()
    with open(given.sandbox, encoding="utf-8") as file:
        w = Walk(Platform(json.load(file), given.partner, 1))  # the first person has accounts and is insured
    left = timedelta(days=1) - timedelta(hours=(now := w.platform.now().astimezone(CHINA)).hour, minutes=now.minute)
    if left < timedelta(minutes=30):  # all of the walk shall stand in one day's statement
        w.order("a new day", "/clock", {"advance": "PT30M"})
    w.order("the patient comes", "/visits", {"orgCodg": w.platform.info["orgCodg"], "psnNo": w.platform.person["psnNo"], "treatmentSerialNo": w.visit, "medType": "0040"})
    token = enrol(w)
    freeze(w, token)
    refund(w, token)
    claim(w, discharge(w, token))
    withdraw(w)
    envelopes(w)
    statement(w)
    w.step("the interfaces of the platform that were called", len(w.called) == 18, called=sorted(w.called))
    return 0 if w.held else 1


if __name__ == "__main__":
    sys.exit(main())
