namespace YbPay.Sandbox.Control;

/// <summary>What <c>GET /</c> answers: the levers at a glance.</summary>
internal static class ControlHelp
{
    public static object Text { get; } = new Dictionary<string, string>
    {
        ["POST /vouchers"] = "{psnNo, kind: qrCode|ecToken|payAuthNo} -> {value, expiresAt}",
        ["POST /faults"] = "{target: core|bank|hospital|accountBank|creditBank|insurer, transaction, kind: timeout|lostAnswer|duplicate|refuse|delay, count, delayMs}",
        ["GET /faults"] = "what has not struck yet",
        ["DELETE /faults"] = "the same, and it is forgotten",
        ["POST /bank/{payOrdId}"] = "{action: pay|decline} -> {status, amount (fen)}: the patient's move at the bank",
        ["POST /hospital"] = "{orgCodg, answer: ok|fail|down, count}: how the hospital answers callbacks",
        ["POST /credit-bank"] = "{action: late|refuse|ok|finish, what: agreement|payment|refund, psnNo, agreementNo, count, after: PT30S}: how the credit bank takes orders to come; finish ends its waiting",
        ["POST /insurer"] = "{action: late|refuse|ok|advance|finish, what: quote|settlement|cancellation|case|withdrawal|decision, psnNo, caseNo, count, after: PT30S}: "
            + "how the insurer takes orders to come; advance moves open cases one stage on, finish to their end",
        ["POST /visits"] = "{orgCodg, psnNo, treatmentSerialNo, medDate: yyyyMMdd, medType: 0020|0030|0040, departmentName, medName, mlcd10code}: a visit that the hospital then tells the huimin platform",
        ["POST /enrolments"] = "{psnNo, action: freeze|unfreeze|end, reason} -> {signStatus}: what the huimin platform's operator does with a person's credit payment",
        ["POST /claims"] = "{psnNo, hospitalId, treatmentSerialNo, claimType: 1|2, insuranceId, medStartDate, medEndDate: yyyyMMdd, medType: 0020|0030|0040} -> {caseId, treatmentSerialNo, claimNode, "
            + "insuranceId, insuranceName}: the patient applies for a claim in the platform's app; only psnNo and hospitalId must be there",
        ["POST /claims/{caseId}"] = "{action: advance|finish} -> as GET: the insurer moves the case one stage on, or to its end",
        ["GET /claims/{caseId}"] = "{caseId, stage, insuranceId, amount (fen), message}: the case as the insurer has it",
        ["GET /received?orgCodg=..."] = "callbacks received, clear, in order",
        ["POST /clock"] = "{advance: PT2H} -> {now, offset}",
        ["GET /clock"] = "{now, offset}",
    };
}
