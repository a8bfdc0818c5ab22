using System.Globalization;
using YbPay.Cli.Days.Plan;
using YbPay.Cli.Days.World;
using YbPay.Cli.Demo;
using YbPay.Client;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts;
using YbPay.Engine.Money;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Days.Walk;

/// <summary>A visit under way: who, where, the bill, and the order that came of it. Asks and tells; decides nothing.</summary>
internal sealed class Visit(DaysWorld world, PatientPlan plan, string number)
{
    private int _serial;

    public DaysWorld World => world;

    public PatientPlan Plan => plan;

    public HospitalSide Hospital => world.Hospitals[plan.Hospital];

    public SandboxPerson Person => DaysWorld.Persons[plan.Person];

    public DecodeQrCodeReply Credential { get; private set; } = null!;

    public UploadFeesRequest Bill { get; private set; } = null!;

    public UploadFeesReply Order { get; private set; } = null!;

    public Fen Deposit => new(plan.Deposit);

    /// <summary>A number of the hospital's own that was never used before.</summary>
    public string NextNumber(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}{++_serial:D2}");

    /// <summary>The patient shows his code (6101): credentials live half an hour, so it is done before each step that needs one.</summary>
    public async Task ScanAsync(CancellationToken cancel) => Credential = await Hospital.Center.DecodeQrCodeAsync(
        new DecodeQrCodeRequest
        {
            OrgId = Hospital.OrgCodg, BusinessType = "01301", BusinessInfo = await world.Control.VoucherAsync(Person.PsnNo, "qrCode", cancel), OperatorId = "0001",
            OperatorName = "收费窗口", OfficeId = "A0301", OfficeName = "门诊收费处",
        },
        cancel);

    /// <summary>6201, under the same number of the hospital every time.</summary>
    public async Task UploadAsync(CancellationToken cancel)
    {
        Bill = BillForm.Of(new BillHead(Hospital.OrgCodg, number, plan.Care, plan.UsesAccount, ChinaTime.Of(world.Clock.GetUtcNow())), Credential, Person, plan.Items);
        Order = await Hospital.Center.UploadFeesAsync(Bill, cancel);
    }

    /// <summary>6202.</summary>
    public Task<PlacePaymentReply> PayAsync(CancellationToken cancel) => Hospital.Center.PlacePaymentAsync(
        new PlacePaymentRequest
        {
            PayAuthNo = Credential.AuthNo!, PayOrdId = Order.PayOrdId, PayToken = Order.PayToken, OrgCodg = Bill.OrgCodg, OrgBizSer = NextNumber("BS"), ChrgBchno = Bill.ChrgBchno,
            FeeType = Bill.FeeType, MdtrtId = Order.ExtData!.Value.GetProperty("mdtrtId").GetString()!, Deposit = plan.Deposit > 0 ? Deposit.ToYuan() : null,
        },
        cancel);

    /// <summary>6301.</summary>
    public Task<QueryOrderReply> QueryAsync(CancellationToken cancel) => Hospital.Center.QueryOrderAsync(
        new QueryOrderRequest { PayOrdId = Order.PayOrdId, OrgCodg = Bill.OrgCodg, PayToken = Order.PayToken, IdNo = Bill.IdNo, UserName = Bill.UserName, IdType = Bill.IdType }, cancel);

    /// <summary>6401.</summary>
    public Task<RevokeReply> RevokeAsync(CancellationToken cancel) => Hospital.Center.RevokeAsync(
        new RevokeRequest { PayOrdId = Order.PayOrdId, OrgCodg = Bill.OrgCodg, PayToken = Order.PayToken, IdNo = Bill.IdNo, UserName = Bill.UserName, IdType = Bill.IdType }, cancel);

    /// <summary>6203 under the number of an earlier request, or a new one.</summary>
    public Task<RefundReply> RefundAsync(string appRefdSn, RefundParts parts, CancellationToken cancel) => Hospital.Center.RefundAsync(
        new RefundRequest
        {
            PayOrdId = Order.PayOrdId, AppRefdSn = appRefdSn, AppRefdTime = ChinaTime.Digits(world.Clock.GetUtcNow()), RefdType = parts.Kind,
            CashRefdAmt = parts.Cash.ToYuan(), PsnAcctRefdAmt = parts.Account?.ToYuan(), FundRefdAmt = parts.Fund?.ToYuan(), TotlRefdAmt = parts.Total.ToYuan(), EcToken = Credential.EcToken,
        },
        cancel);

    /// <summary>Orders the faults that are meant for this moment.</summary>
    public async Task OrderFaultsAsync(Moment moment, CancellationToken cancel)
    {
        foreach (var fault in plan.Faults.Where(fault => fault.Moment == moment)) await world.Control.FaultAsync(fault, cancel);
    }
}

/// <summary>What a refund asks for.</summary>
/// <param name="Kind">refdType.</param>
internal sealed record RefundParts(string Kind, Fen Cash, Fen? Account, Fen? Fund)
{
    public Fen Total => Cash + (Account ?? Fen.Zero) + (Fund ?? Fen.Zero);
}
