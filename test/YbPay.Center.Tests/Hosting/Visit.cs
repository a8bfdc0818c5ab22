using System.Globalization;
using YbPay.Client;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Outcomes;

namespace YbPay.Center.Tests.Hosting;

/// <summary>One bill of one patient at one hospital, and what hospital and patient can do about it.</summary>
internal sealed class Visit(Hospital hospital, Patient patient, UploadFeesRequest bill)
{
    private UploadFeesReply? _order;
    private string? _visitNumber;

    public Hospital Hospital => hospital;

    public UploadFeesRequest Bill { get; set; } = bill;

    /// <summary>Scanned again when an hour was put on the clock.</summary>
    public Patient Patient { get; set; } = patient;

    public UploadFeesReply Order => _order ?? throw new InvalidOperationException("The bill is not uploaded.");

    public string PayOrdId => Order.PayOrdId;

    private Control Control => hospital.Host.Control;

    public async Task<UploadFeesReply> UploadAsync()
    {
        _order = await hospital.Center.UploadFeesAsync(Bill, CancellationToken.None);
        _visitNumber = _order.ExtData?.GetProperty("mdtrtId").GetString();
        return _order;
    }

    /// <summary>The same bill again after an upload that failed: refused while that one is being taken back, then a new order.</summary>
    public Task UploadAgainAsync() => Eventually.HoldsAsync(
        async () =>
        {
            try
            {
                await UploadAsync();
                return true;
            }
            catch (YbPayException refused) when (refused.RefusalName == nameof(Refusals.OrderBeingUploaded))
            {
                return false;
            }
        },
        "the bill is taken again");

    public PlacePaymentRequest Payment(string? orgBizSer = null, decimal? deposit = null) => new()
    {
        PayAuthNo = Patient.PayAuthNo, PayOrdId = PayOrdId, PayToken = Order.PayToken, OrgCodg = hospital.OrgCodg, OrgBizSer = orgBizSer ?? "BS" + Hosting.Bill.Number(),
        ChrgBchno = Bill.ChrgBchno, FeeType = Bill.FeeType, MdtrtId = _visitNumber ?? Bill.MdtrtId ?? throw new InvalidOperationException("No visit number."), Deposit = deposit,
    };

    public Task<PlacePaymentReply> PayAsync(string? orgBizSer = null, decimal? deposit = null) => PayAsync(Payment(orgBizSer, deposit));

    public Task<PlacePaymentReply> PayAsync(PlacePaymentRequest request) => hospital.Center.PlacePaymentAsync(request, CancellationToken.None);

    public Task<long> PatientPaysAtBankAsync() => Control.PatientPaysAsync(PayOrdId);

    public QueryOrderRequest Query() => new()
    {
        PayOrdId = PayOrdId, OrgCodg = hospital.OrgCodg, PayToken = Order.PayToken, IdNo = Bill.IdNo, UserName = Bill.UserName, IdType = Bill.IdType,
    };

    public Task<QueryOrderReply> QueryAsync() => hospital.Center.QueryOrderAsync(Query(), CancellationToken.None);

    public async Task<bool> RevokeAsync() => (await hospital.Center.RevokeAsync(
        new RevokeRequest
        {
            PayOrdId = PayOrdId, OrgCodg = hospital.OrgCodg, PayToken = Order.PayToken, IdNo = Bill.IdNo, UserName = Bill.UserName, IdType = Bill.IdType,
        }, CancellationToken.None)).Success;

    /// <summary>A request to refund, authorised by the patient's ecToken; the total is the sum of the parts.</summary>
    public RefundRequest Refund(string refdType, decimal cash = 0, decimal? account = null, decimal? fund = null) => new()
    {
        PayOrdId = PayOrdId, AppRefdSn = "RF" + Hosting.Bill.Number(), AppRefdTime = hospital.Host.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture),
        RefdType = refdType, CashRefdAmt = cash, PsnAcctRefdAmt = account, FundRefdAmt = fund, TotlRefdAmt = cash + (account ?? 0) + (fund ?? 0), EcToken = Patient.EcToken,
    };

    public Task<RefundReply> RefundAsync(RefundRequest request) => hospital.Center.RefundAsync(request, CancellationToken.None);

    /// <summary>The order as 6301 shows it once it stands there.</summary>
    public Task<QueryOrderReply> ReachesAsync(string ordStas, TimeSpan? patience = null) =>
        Eventually.GetAsync(QueryAsync, reply => reply.OrdStas == ordStas, $"order {PayOrdId} reaches {ordStas}", patience);

    public Task<IReadOnlyList<Notice>> NoticesAsync() => Control.ReceivedAsync(hospital.OrgCodg, PayOrdId);

    /// <summary>
    /// The end of a scenario: the order stands where it should, the books of centre, core and bank agree (so that nothing was
    /// settled, paid or refunded twice), and the hospital was told once in effect, or never when nothing was paid.
    /// </summary>
    public async Task<QueryOrderReply> EndsAsync(string ordStas, bool told = true, TimeSpan? patience = null)
    {
        await ReachesAsync(ordStas, patience);
        await hospital.Host.BooksAreCleanAsync();
        var notices = await NoticesAsync();
        notices.Any(notice => notice.Answer == "ok").ShouldBe(told);
        notices.Select(notice => notice.Data.ToString()).Distinct().Count().ShouldBe(notices.Count == 0 ? 0 : 1, "every copy of the notice says the same");
        var end = await QueryAsync();
        end.OrdStas.ShouldBe(ordStas);
        return end;
    }

    /// <summary>The refusal that the centre must answer.</summary>
    public static async Task<YbPayException> RefusedAsync(Refusal refusal, Func<Task> ask)
    {
        var thrown = await Should.ThrowAsync<YbPayException>(ask);
        thrown.RefusalName.ShouldBe(refusal.Name, thrown.Message);
        return thrown;
    }
}
