"""An outpatient bill as a hospital's system would send it with 6201: every field that table 3, 5 and 6 print as required."""

from datetime import datetime, timedelta, timezone

from canonical import Number

_CHINA = timezone(timedelta(hours=8))


def yuan(fen, as_text=False):
    """Amounts are integer fen inside and yuan with two decimals on the wire, as a number or as a numeric text."""
    text = f"{fen // 100}.{fen % 100:02d}"
    return text if as_text else Number(text)


def fen(amount):
    """Fen of an amount in a reply; an absent amount is 0."""
    whole, _, part = str(amount or "0").partition(".")
    return int(whole) * 100 + int((part + "00")[:2])


# The codes are the hospital's own: a client that has only sandbox.json knows no other catalogue.
LINES = (("HIS-DRUG-0001", "盐酸二甲双胍片", "0.5g×60片", 2, 3650), ("HIS-EXAM-0002", "空腹血糖测定", "次", 1, 1200),
         ("HIS-DRUG-0003", "阿托伐他汀钙片", "20mg×7片", 3, 2833))


def outpatient_bill(partner, person, number, as_text=False, **more):
    """`number` is unique within the hospital. `more` are further or changed top-level fields."""
    now = datetime.now(_CHINA)
    at = now.strftime("%Y-%m-%d %H:%M:%S")
    total = sum(count * price for *_, count, price in LINES)
    bill = {
        "orgCodg": partner["orgCodg"], "orgId": partner["orgId"], "psnNo": person["psnNo"], "insutype": person["insutype"],
        "medOrgOrd": "HIS" + number, "begntime": at, "idNo": person["idNo"], "userName": person["userName"],
        "idType": person["idType"], "iptOtpNo": "OP" + number, "atddrNo": "D440100000123", "drName": "欧阳𠮷", "deptCode": "0301",
        "deptName": "内分泌科", "caty": "A03", "medType": "11", "feeType": "01", "medfeeSumamt": yuan(total, as_text),
        "acctUsedFlag": "1", "diseCodg": "E11.900", "psnSetlway": "01", "chrgBchno": "B" + number, "pubHospRfomFlag": "0",
        "diseinfoList": [{"diagType": "1", "diagSrtNo": Number("1"), "diagCode": "E11.900", "diagName": "2型糖尿病", "diagDept": "内分泌科",
                          "diseDorNo": "D440100000123", "diseDorName": "欧阳𠮷", "diagTime": at, "valiFlag": "1"}],
        "feedetailList": [_line(person, number, index, at, as_text, *line) for index, line in enumerate(LINES, 1)],
        "insuplcAdmdvs": person["insuplcAdmdvs"],
    }
    return {**bill, **more}


def _line(person, number, index, at, as_text, code, name, form, count, price):
    return {
        "feedetlSn": f"{number}-{index}", "psnNo": person["psnNo"], "chrgBchno": "B" + number, "rxCircFlag": "0", "feeOcurTime": at,
        "medListCodg": code, "medinsListCodg": "H" + code, "detItemFeeSumamt": yuan(count * price, as_text),
        "cnt": str(count) if as_text else Number(count), "pric": yuan(price, as_text), "bilgDeptCodg": "0301", "bilgDeptName": "内分泌科",
        "bilgDrCodg": "D440100000123", "bilgDrName": "欧阳𠮷", "hospApprFlag": "1", "medType": "11", "medListName": name, "medListSpc": form,
    }
