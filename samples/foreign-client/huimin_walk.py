"""Walks an inpatient through the huimin platform as a hospital's system would: `python3 huimin_walk.py .ybpay/sandbox.json`.

Signing, three deposits, trial, discharge, surplus refund, fast claim with an image, and the statement, compared line by line. Prints one
JSON line per step and ends with status 0 only if every step held."""

import argparse
import base64
import io
import json
import struct
import sys
import zipfile
import zlib
from datetime import timedelta
from secrets import token_hex

from huimin import _CHINA, Platform, download, sign_on_page
from sandbox import until


class Walk:
    def __init__(self, platform):
        self.platform, self.held, self.visit = platform, True, "ZY" + token_hex(8).upper()

    def step(self, name, held, **shown):
        self.held = self.held and bool(held)
        print(json.dumps({"step": name, "held": bool(held), **shown}, ensure_ascii=False), flush=True)

    def good(self, name, code, data):
        """A call that must succeed; returns its content."""
        rt_code, message, content = self.platform.call(code, data)
        self.step(name, rt_code == "0000", transaction=code, rtCode=rt_code, rtMsg=message,
                  **{key: value for key, value in (content or {}).items() if key not in ("signToken", "forwardUrl", "settleFileUrl", "orderList")})
        return content or {}

    def refused(self, name, code, data, expected, number=None):
        rt_code, message, content = self.platform.call(code, data, number)
        self.step(name, rt_code == expected, transaction=code, rtCode=rt_code, rtMsg=message)
        return content

    def paid(self, name, token, amount, **more):
        order = "PAY" + token_hex(8)
        answer = self.good(name, "HOS00003", {"signToken": token, "orderId": order, "amt": amount, "orderType": "2", "mdtrtId": "MD" + order, "setlId": "SETL" + order,
                                              **self.platform.here, **more})
        state = until(lambda: self.platform.call("HOS00012", {"orderId": order, **self.platform.here})[2] or {}, lambda content: content.get("orderStatus") != "01")
        self.step(name + ": paid", state.get("orderStatus") == "02" and state.get("amt") == amount, orderStatus=state.get("orderStatus"))
        return answer.get("queryId", "")


def enrol(w):
    person = w.platform.person
    names = {"idNo": person["idNo"], "userName": person["userName"], "mobile": "13800000001", "treatmentSerialNo": w.visit, **w.platform.here}
    question = {key: value for key, value in names.items() if key != "mobile"} | {"idType": "01"}
    state = w.good("is the patient enrolled?", "HOS00001", question)
    if state.get("signStatus") != "1":
        page = sign_on_page(w.good("the signing page's address", "HOS00025", names)["forwardUrl"], person["idNo"][-6:])
        w.step("the patient confirms on the page", "<html" in page)
        state = until(lambda: w.platform.call("HOS00001", question)[2] or {}, lambda content: content.get("signStatus") == "1")
    w.step("enrolled", state.get("signStatus") == "1" and len(state.get("signToken", "")) == 64, signStatus=state.get("signStatus"))
    return state.get("signToken", "")


def discharge(w, token):
    """Three deposits of 5,000 yuan; basic insurance pays 9,000 of 20,000; the rest is credit's and the insurer's."""
    deposits = [w.paid(f"deposit {number}", token, 500000) for number in (1, 2, 3)]
    settled = {"treatmentSerialNo": w.visit, "setlId": "SETL" + token_hex(6), "settleAmt": 2000000, "nonCreditPayAmt": 900000, **w.platform.here}
    extension = {"treatmentSerialNo": w.visit, "setlId": settled["setlId"], "socialInsuranceTotal": "900000", "thirdpartyPayTotal": "0"}
    trial = {"trialId": "TRIAL" + token_hex(8), "origPayQueryId": ",".join(deposits), "extParams": json.dumps(extension), **settled}
    tried = w.good("the trial", "HOST0014", trial)
    w.step("the trial's sums", tried.get("psnAmt") == 1500000 and tried.get("supplementAmt") == 0
           and tried.get("refundAmt") == 1500000 - (2000000 - 900000 - tried.get("budgetAmt", 0)), budgetAmt=tried.get("budgetAmt"), refundAmt=tried.get("refundAmt"))
    order = {"trialId": trial["trialId"], "orderId": "DIS" + token_hex(8), "origPayQueryId": deposits, "thirdpartyPayTotal": 0, "miAmt": 900000,
             "budgetAmt": tried.get("budgetAmt", 0), "grAmt": 1100000 - tried.get("budgetAmt", 0), **settled}
    w.good("the discharge", "HOS00014", order)
    question = {"orderId": order["orderId"], "treatmentSerialNo": w.visit, "type": "01", **w.platform.here}
    done = until(lambda: w.platform.call("HOS00016", question)[2] or {}, lambda content: content.get("orderStatus") != "31")
    w.step("the discharge is done", done.get("orderStatus") == "32" and sum(row["refundAmt"] for row in done.get("orderList", [])) == tried.get("refundAmt"),
           orderStatus=done.get("orderStatus"), insureSettleAmt=done.get("insureSettleAmt"), refundAmt=done.get("refundAmt"))
    w.good("the same discharge again", "HOS00014", order)
    w.refused("a used deposit is not refunded", "HOS00004", {"orderId": "REF" + token_hex(8), "origOrderId": deposits[0], "amtRefund": 1, **w.platform.here}, "1000")
    return [(query, 500000) for query in deposits], tried.get("refundAmt", 0)


def claim(w):
    person = w.platform.person
    answer = w.platform.control("/claims", {"idNo": person["idNo"], "treatmentSerialNo": w.visit, "hospitalId": w.platform.info["hospitalId"], "claimType": "2"})
    w.step("the patient applies for a fast claim", "error" not in answer, **{key: answer[key] for key in ("status", "error") if key in answer})
    here = {"treatmentSerialNo": w.visit}
    for code, message in documents(w.visit, person).items():
        w.good(code, code, message)
    w.good("an image", "HOS00028", {"idNo": person["idNo"], "fileType": "png", "imageBase64": base64.b64encode(picture(64, 64)).decode(), "imageType": "3044",
                                    "verifyStatus": "3", **here})
    w.refused("an image that is none", "HOS00028", {"idNo": person["idNo"], "fileType": "png", "imageBase64": base64.b64encode(b"no image at all").decode(),
                                                    "imageType": "3044", "verifyStatus": "3", **here}, "1000")
    w.good("all is handed in", "HOS00027", {"idNo": person["idNo"], "status": "1", **here})
    question = {"idNo": person["idNo"], "hospitalId": w.platform.info["hospitalId"], **here}
    for _ in range(8):
        state = w.platform.call("HOS00029", question)[2] or {}
        if state.get("claimNode") == "4":
            break
        w.platform.control("/insurer", {"action": "advance"})
        until(lambda: w.platform.call("HOS00029", question)[2] or {}, lambda content, before=state.get("claimNode"): content.get("claimNode") != before, 4)
    w.step("the insurer has decided", state.get("claimNode") == "4", claimNode=state.get("claimNode"))


def documents(visit, person):
    day = "2026-03-25 10:20:00"
    who = {"patientId": "P" + visit, "treatmentSerialNo": visit}
    bill = {"payId": "FEE" + visit, "total": "2000000", "socialInAmnt": "1600000", "socialInsuranceTotal": "900000", "socialPayAmnt": "900000", "thirdpartyPayTotal": "0",
            "selfAAmnt": "1500000", "selfBAmnt": "500000", "selfCAmnt": "0", "totalAmount": "1100000", "outOfPocketTotal": "400000", "detailList": [
                {"payId": "LINE1" + visit, "itemNo": "I1", "medicalCatalogCode": "C1", "medicalCatalogName": "住院诊疗", "price": "2000000", "quantity": "1",
                 "outOfPocketRatio": "20.00", "total": "2000000", "diagnosticFee": "0", "bedFee": "0"}]}
    invoice = {"payId": bill["payId"], "elecSetlCertCode": "4406", "elecSetlCertNo": "N" + visit, "elecSetlCertChkcode": "a1b2c3", "rcptDcType": "S", "billAmt": "2000000",
               "billDate": "2026-03-25", "medSumfee": "2000000", "hifpPay": "900000", "psnAcctPay": "0", "psnCashpay": "1100000", "begntime": day, "endtime": day,
               "detItemFeeSumamt": "2000000", "medListCodg": "C1", "medicalProject": "住院诊疗"}
    return {
        "HOS00020": {**who, "name": person["userName"], "documentsType": "01", "documentsNo": person["idNo"], "treatmentType": "3", "treatmentTime": day,
                     "dischargeTime": day, "dischargeState": "2", "medicalInsuranceType": "310"},
        "HOS00021": {**who, "name": person["userName"], "gender": 1, "documentsType": 1, "documentsNo": person["idNo"], "chiefComplaint": "摔伤后手腕疼痛三小时",
                     "firstDiagnosis": "桡骨远端骨折", "otherDiagnoses": "无", "treatmentType": 3, "dischargeState": "1", "diagnosisList": [
                         {"type": "1", "diseaseCode": "S52.500", "diseaseName": "桡骨远端骨折", "diagnosisTime": day}]},
        "HOS00022": {**who, "medicalInsuranceType": "310", "expenMode": "0040", "feeList": [bill]},
        "HOS00023": {"treatmentSerialNo": visit, "mdtrtType": "2", "certno": person["idNo"], "psnName": person["userName"], "fixmedinsCode": "H44010000001",
                     "fixmedinsName": "示例医院", "hospitalLevel": "3", "isInsuranceCovered": "1", "hospitalType": "1", "billList": [invoice]},
    }


def picture(width, height):
    """A grey PNG."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + bytes([128]) * width for _ in range(height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def statement(w, deposits, refund):
    """At noon of the next day the statement of this one is there: every deposit and the surplus, and nothing that does not belong."""
    now = w.platform.now()
    day = now.astimezone(_CHINA)
    noon = (day + timedelta(days=1)).replace(hour=12, minute=0, second=5, microsecond=0)
    question = {"settleDate": day.strftime("%Y%m%d"), **w.platform.here}
    w.refused("the day has not ended", "HOS00013", question, "1000")
    w.platform.control("/clock", {"advance": f"PT{int((noon - now).total_seconds()) + 1}S"})
    address = w.good("the statement", "HOS00013", question)["settleFileUrl"]
    with zipfile.ZipFile(io.BytesIO(download(address))) as archive:
        lines = [line.split("!|") for line in archive.read(archive.namelist()[0]).decode().splitlines()]
    ours = {query for query, _ in deposits}
    w.step("every line has fourteen fields and is closed", all(len(line) == 15 and line[14] == "" for line in lines), lines=len(lines))
    w.step("every deposit is there", {(line[0], int(line[7])) for line in lines if line[6] == "01" and line[0] in ours} == set(deposits))
    w.step("the surplus is there", sum(int(line[7]) for line in lines if line[6] == "02") >= refund)
    w.step("no identity number stands open", not any(w.platform.person["idNo"] in line for line in map("".join, lines)))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("sandbox", help="sandbox.json")
    options.add_argument("--partner", type=int, default=1)
    options.add_argument("--person", type=int, default=1)
    given = options.parse_args()
    with open(given.sandbox, encoding="utf-8") as file:
        w = Walk(Platform(json.load(file), given.partner, given.person))
    deposits, refund = discharge(w, enrol(w))
    claim(w)
    statement(w, deposits, refund)
    return 0 if w.held else 1


if __name__ == "__main__":
    sys.exit(main())
