using YbPay.Center.Orders;
using YbPay.Center.Vouchers;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.MobilePay;
using YbPay.Engine.Money;

namespace YbPay.Center.Core;

/// <summary>The hospital's bill and our order in the words of the national interface.</summary>
internal static class FsiMessages
{
    private const string Credential = "01";
    private const string IdentityCard = "02";

    public static RegisterOutpatientRequest Registration(Person person, UploadFeesRequest bill) => new()
    {
        Data = new RegisterOutpatientData
        {
            PsnNo = person.PsnNo.Reveal(), Insutype = bill.Insutype, Begntime = bill.Begntime, MdtrtCertType = CertType(bill),
            MdtrtCertNo = CertNo(person, bill), IptOtpNo = bill.IptOtpNo, AtddrNo = bill.AtddrNo ?? FirstDoctor(bill).DiseDorNo,
            DrName = bill.DrName ?? FirstDoctor(bill).DiseDorName, DeptCode = bill.DeptCode ?? bill.Caty, DeptName = bill.DeptName, Caty = bill.Caty,
        },
    };

    public static AdmitInpatientRequest Admission(Person person, UploadFeesRequest bill) => new()
    {
        Mdtrtinfo = new AdmissionInfo
        {
            PsnNo = person.PsnNo.Reveal(), Insutype = bill.Insutype, Begntime = bill.Begntime, MdtrtCertType = CertType(bill), MdtrtCertNo = CertNo(person, bill),
            MedType = bill.MedType, IptNo = bill.IptOtpNo, AtddrNo = bill.AtddrNo ?? FirstDoctor(bill).DiseDorNo, ChfpdrName = bill.DrName ?? FirstDoctor(bill).DiseDorName,
            AdmDiagDscr = bill.AdmDiagDscr ?? FirstDoctor(bill).DiagName, AdmDeptCodg = bill.AdmDeptCodg ?? bill.DeptCode ?? bill.Caty,
            AdmDeptName = bill.AdmDeptName ?? bill.DeptName, AdmBed = bill.AdmBed ?? "0", DscgMaindiagCode = FirstDoctor(bill).DiagCode,
            DscgMaindiagName = FirstDoctor(bill).DiagName, MainCondDscr = bill.MainCondDscr, DiseCodg = bill.DiseCodg, DiseName = bill.DiseName,
            MatnType = bill.MatnType, Fetts = bill.Fetts,
        },
        Diseinfo =
        [
            .. bill.DiseinfoList.Select((d, i) => new AdmissionDiagnosis
            {
                DiagType = d.DiagType, MaindiagFlag = i == 0 ? "1" : "0", DiagSrtNo = d.DiagSrtNo, DiagCode = d.DiagCode, DiagName = d.DiagName,
                DiagDept = d.DiagDept, DiseDorNo = d.DiseDorNo, DiseDorName = d.DiseDorName, DiagTime = d.DiagTime,
            }),
        ],
    };

    public static UploadVisitRequest Visit(Person person, string mdtrtId, UploadFeesRequest bill) => new()
    {
        Mdtrtinfo = new VisitInfo
        {
            MdtrtId = mdtrtId, PsnNo = person.PsnNo.Reveal(), MedType = bill.MedType, Begntime = bill.Begntime, MainCondDscr = bill.MainCondDscr,
            DiseCodg = bill.DiseCodg, DiseName = bill.DiseName, BirctrlType = bill.BirctrlType, BirctrlMatnDate = bill.BirctrlMatnDate,
            MatnType = bill.MatnType, GesoVal = bill.GesoVal,
        },
        Diseinfo =
        [
            .. bill.DiseinfoList.Select(d => new VisitDiagnosis
            {
                DiagType = d.DiagType, DiagSrtNo = d.DiagSrtNo, DiagCode = d.DiagCode, DiagName = d.DiagName, DiagDept = d.DiagDept,
                DiseDorNo = d.DiseDorNo, DiseDorName = d.DiseDorName, DiagTime = d.DiagTime, ValiFlag = d.ValiFlag,
            }),
        ],
    };

    public static UploadOutpatientFeesRequest Lines(string mdtrtId, UploadFeesRequest bill) => new()
    {
        Feedetail =
        [
            .. bill.FeedetailList.Select(line => new OutpatientFeeLine
            {
                // Lines are settled by their batch: all lines of one order go under the order's.
                FeedetlSn = line.FeedetlSn, MdtrtId = mdtrtId, PsnNo = line.PsnNo, ChrgBchno = bill.ChrgBchno, DiseCodg = line.DiseCodg, Rxno = line.Rxno,
                RxCircFlag = line.RxCircFlag, FeeOcurTime = line.FeeOcurTime, MedListCodg = line.MedListCodg, MedinsListCodg = line.MedinsListCodg,
                DetItemFeeSumamt = line.DetItemFeeSumamt, Cnt = line.Cnt, Pric = line.Pric, SinDosDscr = line.SinDosDscr, UsedFrquDscr = line.UsedFrquDscr,
                PrdDays = line.PrdDays, MedcWayDscr = line.MedcWayDscr, BilgDeptCodg = line.BilgDeptCodg, BilgDeptName = line.BilgDeptName,
                BilgDrCodg = line.BilgDrCodg, BilgDrName = line.BilgDrName, AcordDeptCodg = line.AcordDeptCodg, AcordDeptName = line.AcordDeptName,
                OrdersDrCode = line.OrdersDrCode, OrdersDrName = line.OrdersDrName, HospApprFlag = line.HospApprFlag, TcmdrugUsedWay = line.TcmdrugUsedWay,
                EtipFlag = line.EtipFlag, EtipHospCode = line.EtipHospCode, DscgTkdrugFlag = line.DscgTkdrugFlag, MatnFeeFlag = line.MatnFeeFlag,
            }),
        ],
    };

    public static UploadInpatientFeesRequest StayLines(string mdtrtId, UploadFeesRequest bill) => new()
    {
        Feedetail =
        [
            .. bill.FeedetailList.Select(line => new InpatientFeeLine
            {
                FeedetlSn = line.FeedetlSn, InitFeedetlSn = line.InitFeedetlSn, MdtrtId = mdtrtId, DrordNo = line.DrordNo, PsnNo = line.PsnNo, MedType = line.MedType,
                FeeOcurTime = line.FeeOcurTime, MedListCodg = line.MedListCodg, MedinsListCodg = line.MedinsListCodg, DetItemFeeSumamt = line.DetItemFeeSumamt,
                Cnt = line.Cnt, Pric = line.Pric, BilgDeptCodg = line.BilgDeptCodg, BilgDeptName = line.BilgDeptName, BilgDrCodg = line.BilgDrCodg,
                BilgDrName = line.BilgDrName, AcordDeptCodg = line.AcordDeptCodg, AcordDeptName = line.AcordDeptName, OrdersDrCode = line.OrdersDrCode,
                OrdersDrName = line.OrdersDrName, HospApprFlag = line.HospApprFlag, TcmdrugUsedWay = line.TcmdrugUsedWay, EtipFlag = line.EtipFlag,
                EtipHospCode = line.EtipHospCode, DscgTkdrugFlag = line.DscgTkdrugFlag, MatnFeeFlag = line.MatnFeeFlag, Memo = line.Memo,
            }),
        ],
    };

    public static PreSettleOutpatientRequest PreSettle(Person person, OrderRow order) => new()
    {
        Data = new PreSettleOutpatientData
        {
            PsnNo = person.PsnNo.Reveal(), MdtrtCertType = IdentityCard, MdtrtCertNo = person.IdNo.Reveal(), MedType = order.MedType,
            MedfeeSumamt = new Fen(order.FeeSum).ToYuan(), PsnSetlway = order.PsnSetlway, MdtrtId = order.CoreMdtrtId!, ChrgBchno = order.ChrgBchno,
            Insutype = order.Insutype, AcctUsedFlag = order.AcctUsedFlag,
        },
    };

    public static SettleOutpatientRequest Settle(Person person, OrderRow order) => new()
    {
        Data = new SettleOutpatientData
        {
            PsnNo = person.PsnNo.Reveal(), MdtrtCertType = IdentityCard, MdtrtCertNo = person.IdNo.Reveal(), MedType = order.MedType,
            MedfeeSumamt = new Fen(order.FeeSum).ToYuan(), PsnSetlway = order.PsnSetlway, MdtrtId = order.CoreMdtrtId!, ChrgBchno = order.ChrgBchno,
            Insutype = order.Insutype, AcctUsedFlag = order.AcctUsedFlag,
        },
    };

    public static PreSettleInpatientRequest PreSettleStay(Person person, OrderRow order) => new()
    {
        Data = new PreSettleInpatientData
        {
            PsnNo = person.PsnNo.Reveal(), MdtrtCertType = IdentityCard, MdtrtCertNo = person.IdNo.Reveal(), MedfeeSumamt = new Fen(order.FeeSum).ToYuan(),
            PsnSetlway = order.PsnSetlway, MdtrtId = order.CoreMdtrtId!, AcctUsedFlag = order.AcctUsedFlag, Insutype = order.Insutype, MidSetlFlag = order.MidSetlFlag,
        },
    };

    public static SettleInpatientRequest SettleStay(Person person, OrderRow order) => new()
    {
        Data = new SettleInpatientData
        {
            PsnNo = person.PsnNo.Reveal(), MdtrtCertType = IdentityCard, MdtrtCertNo = person.IdNo.Reveal(), MedfeeSumamt = new Fen(order.FeeSum).ToYuan(),
            PsnSetlway = order.PsnSetlway, MdtrtId = order.CoreMdtrtId!, AcctUsedFlag = order.AcctUsedFlag, Insutype = order.Insutype, MidSetlFlag = order.MidSetlFlag,
        },
    };

    /// <summary>The patient is here by his credential; without one the identity card stands for it.</summary>
    private static string CertType(UploadFeesRequest bill) => string.IsNullOrEmpty(bill.EcToken) ? IdentityCard : Credential;

    private static string CertNo(Person person, UploadFeesRequest bill) => string.IsNullOrEmpty(bill.EcToken) ? person.IdNo.Reveal() : bill.EcToken;

    private static FeeDiagnosis FirstDoctor(UploadFeesRequest bill) => bill.DiseinfoList.OrderBy(d => d.DiagSrtNo).First();
}
