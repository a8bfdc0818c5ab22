"""Walks bills through the sandbox as a hospital's system would: `python3 walk.py .ybpay/sandbox.json`.

Prints one JSON line per step and ends with status 0 only if every step held."""

import argparse
import json
import sys
from secrets import token_hex

import bad_cases
from bill import fen, outpatient_bill, yuan
from envelope import Style
from sandbox import Sandbox, until


class Walk:
    def __init__(self, sandbox):
        self.sandbox, self.held = sandbox, True

    def step(self, name, held, **shown):
        self.held = self.held and bool(held)
        print(json.dumps({"step": name, "held": bool(held), **shown}, ensure_ascii=False), flush=True)

    def good(self, name, code, data, **more):
        """A call that must succeed; returns its data."""
        reply = self.sandbox.call(code, data, **more)
        answer = reply.get("data", {})
        secret = ("payToken", "revsToken", "cashierUrl", "ecCode")
        self.step(name, reply["code"] == "0" and reply["success"] is True, transaction=code, code=reply["code"], message=reply["message"],
                  **{key: str(value) for key, value in answer.items() if key not in secret and not isinstance(value, dict)})
        return answer

    def refused(self, name, code, data, expected, mentions=""):
        """A call that must be refused with this code."""
        reply = self.sandbox.call(code, data)
        self.step(name, reply["code"] == expected and reply["success"] is False and mentions in reply["message"],
                  transaction=code, code=reply["code"], message=reply["message"])

    def upload(self, name, **more):
        bill = outpatient_bill(self.sandbox.info, self.sandbox.person, token_hex(8), **more)
        return bill, self.good(name, "6201", bill)

    def question(self, order):
        """What 6301 and 6401 ask for."""
        person = self.sandbox.person
        return {"payOrdId": order["payOrdId"], "orgCodg": self.sandbox.info["orgCodg"], "payToken": order["payToken"],
                "idNo": person["idNo"], "userName": person["userName"], "idType": person["idType"]}

    def state(self, order):
        return self.sandbox.call("6301", self.question(order)).get("data", {})

    def payment(self, bill, order, visit):
        return {"payAuthNo": self.sandbox.voucher("payAuthNo"), "payOrdId": order["payOrdId"], "payToken": order["payToken"],
                "orgCodg": bill["orgCodg"], "orgBizSer": "BIZ" + token_hex(8), "chrgBchno": bill["chrgBchno"], "feeType": bill["feeType"],
                "mdtrtId": visit, "acctUsedFlag": bill["acctUsedFlag"]}

    def pay(self, name, bill, order, visit):
        """6202, the cash at the bank where some is due, the notice, and 6301 until the order is complete."""
        paid = self.good(name, "6202", self.payment(bill, order, visit))
        parts = sum(fen(paid.get(key)) for key in ("ownPayAmt", "psnAcctPay", "fundPay", "othFeeAmt"))
        self.step(name + ": the parts add up", fen(paid["feeSumamt"]) == fen(bill["medfeeSumamt"]) == parts)
        if fen(paid["ownPayAmt"]):
            self.step(name + ": the patient pays the rest", until(lambda: self.sandbox.pay_cash(order["payOrdId"]), lambda answer: answer.get("status") == "PAID").get("amount") == fen(paid["ownPayAmt"]), amount=str(paid["ownPayAmt"]))
        notices = until(lambda: self.sandbox.told(order["payOrdId"]), bool)
        self.step(name + ": the hospital is told", notices and notices[0]["medOrgOrd"] == bill["medOrgOrd"]
                  and fen(notices[0]["feeSumamt"]) == fen(bill["medfeeSumamt"]) and fen(notices[0]["ownpayAmt"]) == fen(paid["ownPayAmt"]),
                  notices=len(notices))
        done = until(lambda: self.state(order), lambda state: state.get("ordStas") == "6")
        self.step(name + ": 6301 says complete", done.get("ordStas") == "6" and all(fen(done[k]) == fen(paid[k]) for k in
                  ("feeSumamt", "ownPayAmt", "psnAcctPay", "fundPay")), ordStas=done.get("ordStas"), setlType=done.get("setlType"))
        return paid

    def refund(self, name, order, kind, account=0, fund=0, cash=0, credential="payAuthNo"):
        data = {"payOrdId": order["payOrdId"], "appRefdSn": "RF" + token_hex(8), "appRefdTime": Style(digits=14).timestamp_now(),
                "totlRefdAmt": yuan(account + fund + cash), "cashRefdAmt": yuan(cash), "refdType": kind, credential: self.sandbox.voucher(credential)}
        if kind != "CASH":
            data |= {"psnAcctRefdAmt": yuan(account), "fundRefdAmt": yuan(fund)}
        answer = self.good(name, "6203", data)
        again = self.good(name + ": the same request again gets the first answer", "6203", data)
        self.step(name + ": once in effect", answer.get("refStatus") == "SUCC" and answer == again)


def walk(sandbox):
    w = Walk(sandbox)

    bill, order = w.upload("a visit number of the hospital's own beside the ecToken", mdtrtId="VISIT" + token_hex(6), ecToken=sandbox.voucher("ecToken"),
                           acctUsedFlag="0", regionField="地方扩展", regionList=[{"a": ""}, {"b": None, "c": True}])
    again = w.good("the same bill again is the same order", "6201", bill)
    w.step("one order", again.get("payOrdId") == order["payOrdId"])
    w.refused("another content under the same number", "6201", {**bill, "deptName": "心内科"}, "4001")
    paid = w.pay("first payment", bill, order, bill["mdtrtId"])
    w.step("the insurance pays part, the patient pays part", fen(paid["fundPay"]) and fen(paid["ownPayAmt"]))
    w.refused("a paid order is not revoked", "6401", w.question(order), "4005")
    w.refund("part of the cash goes back", order, "CASH", cash=min(100, fen(paid["ownPayAmt"])), credential="ecToken")
    bad_cases.refunds(w, order, paid)

    bill, order = w.upload("no visit number, amounts as texts", as_text=True, ecToken=sandbox.voucher("ecToken"))
    paid = w.pay("second payment", bill, order, "ANYVISIT1")
    w.refund("everything goes back", order, "ALL", fen(paid["psnAcctPay"]), fen(paid["fundPay"]), fen(paid["ownPayAmt"]))
    w.step("6301 says refunded", w.state(order).get("ordStas") == "7")

    bill, order = w.upload("a bill to be revoked", ecToken=sandbox.voucher("ecToken"))
    w.step("it waits for payment", w.state(order).get("ordStas") in ("0", "1"))
    bad_cases.orders(w, bill, order)
    w.step("revoked", w.good("the bill is revoked", "6401", w.question(order)).get("success") is True)
    w.step("6301 says revoked", w.state(order).get("ordStas") == "12")
    w.refused("a revoked order is not paid", "6202", w.payment(bill, order, "ANYVISIT2"), "4006")
    bad_cases.messages(w)
    return w.held


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("sandbox", help="sandbox.json")
    options.add_argument("--partner", type=int, default=1)
    options.add_argument("--person", type=int, default=1)
    options.add_argument("--numbers", choices=("quoted", "literal"), default="quoted")
    options.add_argument("--timestamp", type=int, choices=(13, 14), default=13)
    options.add_argument("--lower-hex", action="store_true")
    given = options.parse_args()
    with open(given.sandbox, encoding="utf-8") as file:
        sandbox = Sandbox(json.load(file), given.partner, given.person, Style(given.numbers == "quoted", given.timestamp, not given.lower_hex))
    return 0 if walk(sandbox) else 1


if __name__ == "__main__":
    sys.exit(main())
