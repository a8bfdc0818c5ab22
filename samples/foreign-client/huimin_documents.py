"""What a hospital hands in for a fast claim: the five documents (HOS00020 to HOS00024) and an image, with amounts that agree with each other."""

import struct
import zlib
from datetime import timedelta


def documents(visit, person, info, now, own, basic, insured):
    """The messages by transaction, amounts in fen: of own + basic the other insurer has paid `insured`."""
    left, total = str(own - insured), str(own + basic)
    day, began = now.strftime("%Y-%m-%d %H:%M:%S"), (now - timedelta(days=8)).strftime("%Y-%m-%d %H:%M:%S")
    who = {"patientId": "P" + visit, "treatmentSerialNo": visit}
    line = {"payId": "LINE1" + visit, "itemNo": "003315190020000", "medicalCatalogCode": "003315190020000", "medicalCatalogName": "桡骨骨折切开复位内固定术", "price": total,
            "quantity": "1", "outOfPocketRatio": "20.00", "total": total, "diagnosticFee": "0", "bedFee": "0"}
    bill = {"payId": "FEE" + visit, "total": total, "socialInAmnt": total, "socialInsuranceTotal": str(basic), "socialPayAmnt": str(basic), "thirdpartyPayTotal": str(insured),
            "selfAAmnt": "0", "selfBAmnt": total, "selfCAmnt": "0", "totalAmount": left, "outOfPocketTotal": "0", "detailList": [line]}
    invoice = {"payId": bill["payId"], "elecSetlCertCode": "44060126", "elecSetlCertNo": "N" + visit, "elecSetlCertChkcode": visit[-6:], "rcptDcType": "S", "billAmt": total,
               "billDate": day[:10], "medSumfee": total, "hifpPay": str(basic), "othPay": str(insured), "psnAcctPay": "0", "psnCashpay": left, "begntime": began, "endtime": day,
               "detItemFeeSumamt": total, "medListCodg": line["itemNo"], "medicalProject": line["medicalCatalogName"]}
    sex = "1" if int(person["idNo"][16]) % 2 else "2"
    return {
        "HOS00020": {**who, "name": person["userName"], "documentsType": "01", "documentsNo": person["idNo"], "treatmentType": "3", "treatmentTime": began,
                     "dischargeTime": day, "dischargeState": "2", "medicalInsuranceType": person["insutype"]},
        "HOS00021": {**who, "name": person["userName"], "gender": int(sex), "documentsType": 1, "documentsNo": person["idNo"], "chiefComplaint": "摔伤后手腕疼痛三小时",
                     "firstDiagnosis": "桡骨远端骨折", "otherDiagnoses": "无", "treatmentType": 3, "dischargeState": "1", "diagnosisList": [
                         {"type": "1", "diseaseCode": "S52.500", "diseaseName": "桡骨远端骨折", "diagnosisTime": began}]},
        "HOS00022": {**who, "medicalInsuranceType": person["insutype"], "expenMode": "0040", "feeList": [bill]},
        "HOS00023": {"treatmentSerialNo": visit, "mdtrtType": "2", "certno": person["idNo"], "psnName": person["userName"], "fixmedinsCode": info["orgCodg"],
                     "fixmedinsName": "示例医院", "hospitalLevel": "三级甲等", "isInsuranceCovered": "1", "hospitalType": "综合医院", "billList": [invoice]},
        "HOS00024": {"treatmentSerialNo": visit, "reportNo": "BG" + visit, "patientName": person["userName"], "gender": sex, "age": str(now.year - int(person["idNo"][6:10])),
                     "imageNo": "DR" + visit, "department": "放射科", "inspectionDate": began[:10], "inspectionName": "腕关节正侧位DR", "imagePerformance": "桡骨远端骨质不连续",
                     "diagnosisOpinion": "桡骨远端骨折", "reportingDoctor": "吴秀兰", "reviewingDoctor": "郑国强"},
    }


def picture(width, height):
    """A PNG of grey stripes: a real image, as a scanner's is, and small."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + bytes([240 if y % 16 else 96]) * width for y in range(height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
