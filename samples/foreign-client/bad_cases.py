"""What a hospital gets wrong, and what the centre must answer."""

from datetime import datetime, timedelta, timezone
from secrets import token_hex

from bill import fen, outpatient_bill, yuan
from canonical import read
from envelope import Style


def refunds(w, order, paid):
    """More than was paid is never refunded."""
    much = fen(paid["ownPayAmt"]) + 1
    w.refused("a refund of more than the cash paid", "6203", {
        "payOrdId": order["payOrdId"], "appRefdSn": "RF" + token_hex(8), "appRefdTime": Style(digits=14).timestamp_now(), "totlRefdAmt": yuan(much),
        "cashRefdAmt": yuan(much), "refdType": "CASH", "payAuthNo": w.sandbox.voucher("payAuthNo")}, "4008")


def orders(w, bill, order):
    """Another token, another person: like an order that does not exist."""
    w.refused("a wrong payToken", "6301", {**w.question(order), "payToken": "0" * 32}, "3101")
    w.refused("another person's name", "6301", {**w.question(order), "userName": "张三"}, "3101")
    w.refused("an order that does not exist", "6301", {**w.question(order), "payOrdId": "ORD0"}, "3101")
    w.refused("a payment with an invented authorisation", "6202", {**w.payment(bill, order, "V1"), "payAuthNo": "1" * 32}, "3003")


def messages(w):
    """Bills that are refused with a named reason, and envelopes that are refused without one."""
    bill = outpatient_bill(w.sandbox.info, w.sandbox.person, token_hex(8), ecToken=w.sandbox.voucher("ecToken"))
    w.refused("a bill without deptName", "6201", {key: value for key, value in bill.items() if key != "deptName"}, "2001", "deptName")
    w.refused("a total that differs from its lines", "6201", {**bill, "medfeeSumamt": yuan(1)}, "2003")
    w.refused("another hospital's code", "6201", {**bill, "orgCodg": "H99999999999"}, "3001")

    partner = w.sandbox.partner
    sealed = partner.seal(bill)
    old = partner.seal(bill, datetime.now(timezone.utc) - timedelta(minutes=20))
    flipped = sealed["encData"][:-1] + ("0" if sealed["encData"][-1] != "0" else "1")
    other = partner.seal({**bill, "deptName": "心内科"})["signData"]
    for name, message in (("a damaged cipher text", {**sealed, "encData": flipped}), ("another message's signature", {**sealed, "signData": other}),
                          ("an unknown appId", {**sealed, "appId": "0" * 32}), ("an envelope of 20 minutes ago", old)):
        reply = read(w.sandbox.send("6201", message))
        w.step(name, reply["code"] == "1002" and reply["success"] is False, code=reply["code"], message=reply["message"])

    first, second = w.sandbox.send("6201", sealed), w.sandbox.send("6201", sealed)
    w.step("the same envelope again gets the same order", partner.open(first)["data"]["payOrdId"] == partner.open(second)["data"]["payOrdId"])

    added = partner.seal(bill, regionalMember="自治区")
    w.step("an unknown member beside data is signed and no error", partner.open(w.sandbox.send("6201", added))["code"] == "0")
    w.step("without its signature it is refused", read(w.sandbox.send("6201", {**added, "regionalMember": "其他"}))["code"] == "1002")
