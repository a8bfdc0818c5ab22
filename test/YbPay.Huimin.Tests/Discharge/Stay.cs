using YbPay.Contracts.Huimin;
using YbPay.Contracts.MobilePay;
using YbPay.Huimin.Tests.Hosting;

namespace YbPay.Huimin.Tests.Discharge;

/// <summary>What a stay has cost. Amounts in fen.</summary>
/// <param name="NonCredit">All that others pay than credit and commercial insurer; <paramref name="Mi"/> and <paramref name="ThirdParty"/> are parts of it.</param>
/// <param name="Insured">The trial asks the insurer.</param>
internal sealed record StayBill(long SettleAmt, long NonCredit, long Mi = 0, long ThirdParty = 0, bool Insured = false)
{
    /// <summary>10,000 yuan, of which basic insurance, a third party and cash pay 6,000: HMB44001 pays 2,400 of the rest, 80 % of what exceeds 1,000. Due are 1,600.</summary>
    public static StayBill Usual { get; } = new(1_000_000, 600_000, 500_000, 50_000, Insured: true);

    /// <summary>Nothing but credit is left to pay, and no insurer.</summary>
    public static StayBill Plain(long due) => new(due, 0);
}

/// <summary>A patient's stay in hospital, from the first deposit to the discharge, over HTTP.</summary>
internal sealed class Stay(TestHospital hospital, string token, string visitNo)
{
    private readonly List<CreditPaymentReply> deposits = [];

    public TestHospital Hospital => hospital;

    public string VisitNo => visitNo;

    public string Token => token;

    /// <summary>In the order in which they were paid.</summary>
    public IReadOnlyList<CreditPaymentReply> Deposits => deposits;

    public string[] Numbers => [.. deposits.Select(deposit => deposit.QueryId)];

    /// <summary>Signs a patient whom HMB44001 insures, and has him pay deposits, a minute apart.</summary>
    public static async Task<Stay> BeginAsync(TestHospital hospital, params long[] deposits) => await BeginAsync(hospital, TestPatient.Second, "ZY0001", deposits);

    public static async Task<Stay> BeginAsync(TestHospital hospital, TestPatient patient, string visitNo, params long[] deposits)
    {
        var stay = new Stay(hospital, await hospital.EnrolAsync(patient, visitNo), visitNo);
        foreach (var amount in deposits) await stay.DepositAsync(amount);
        return stay;
    }

    /// <summary>The same stay, its hospital at another node.</summary>
    public Stay At(HuiminHost node)
    {
        var same = new Stay(hospital.HospitalId == node.First.HospitalId ? node.First : node.Second, token, visitNo);
        same.deposits.AddRange(deposits);
        return same;
    }

    public async Task<CreditPaymentReply> DepositAsync(long amount)
    {
        hospital.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        deposits.Add(await hospital.PaidAsync(token, amount));
        return deposits[^1];
    }

    public TryDischargeRequest Trial(StayBill bill, params string[] orders)
    {
        var setlId = TestHospital.NewNumber("JS");
        return new()
        {
            TrialId = TestHospital.NewNumber("T"), TreatmentSerialNo = visitNo, SetlId = setlId, HospitalId = hospital.HospitalId, CityCode = hospital.CityCode,
            OrigPayQueryId = OrderNumbers.OfText(string.Join(',', orders.Length > 0 ? orders : Numbers)), SettleAmt = bill.SettleAmt, NonCreditPayAmt = bill.NonCredit,
            ExtParams = !bill.Insured ? null : new CreditExtension { TreatmentSerialNo = visitNo, SetlId = setlId, SocialInsuranceTotal = bill.Mi, ThirdpartyPayTotal = bill.ThirdParty }.ToContent(),
        };
    }

    public Task<Replied> SendAsync(TryDischargeRequest trial) => hospital.SendAsync("HOST0014", trial);

    public Task<Replied> SendAsync(SettleDischargeRequest settlement) => hospital.SendAsync("HOS00014", settlement);

    /// <summary>A trial that is answered, and the settlement that says the same.</summary>
    public async Task<(TryDischargeReply Tried, SettleDischargeRequest Settlement)> TryAsync(StayBill bill, params string[] orders)
    {
        var trial = Trial(bill, orders);
        var tried = (await SendAsync(trial)).Done<TryDischargeReply>();
        Sums.Hold(trial, tried);
        return (tried, Settlement(trial, bill, tried.BudgetAmt));
    }

    public SettleDischargeRequest Settlement(TryDischargeRequest trial, StayBill bill, long budget) => new()
    {
        TrialId = trial.TrialId, OrderId = TestHospital.NewNumber("D"), TreatmentSerialNo = trial.TreatmentSerialNo, SetlId = trial.SetlId, HospitalId = trial.HospitalId, CityCode = trial.CityCode,
        OrigPayQueryId = OrderNumbers.Of(trial.OrigPayQueryId.Numbers), SettleAmt = bill.SettleAmt, NonCreditPayAmt = bill.NonCredit, MiAmt = bill.Mi, ThirdpartyPayTotal = bill.ThirdParty,
        BudgetAmt = budget, GrAmt = bill.SettleAmt - bill.NonCredit - budget,
    };

    /// <summary>HOS00014's answer with content, in which the printed equation holds.</summary>
    public async Task<SettleDischargeReply> SettleAsync(SettleDischargeRequest settlement, string rtCode = "0000")
    {
        var reply = await SendAsync(settlement);
        if (reply.RtCode != rtCode) throw new InvalidOperationException($"{reply.RtCode} {reply.RtMsg}, not {rtCode}");
        var said = reply.As<SettleDischargeReply>();
        Sums.Hold(settlement, said);
        return said;
    }

    /// <param name="type">01 a discharge, 02 a cancellation.</param>
    public Task<Replied> AskAsync(string orderId, string type = "01") => hospital.SendAsync("HOS00016", new QueryDischargeRequest
    {
        OrderId = orderId, TreatmentSerialNo = visitNo, HospitalId = hospital.HospitalId, CityCode = hospital.CityCode, Type = type,
    });

    /// <summary>HOS00016, in whose answer the deposits are accounted for.</summary>
    public async Task<QueryDischargeReply> AskedAsync(SettleDischargeRequest settlement)
    {
        var said = (await AskAsync(settlement.OrderId)).Done<QueryDischargeReply>();
        Sums.Hold(settlement, said);
        return said;
    }

    public Task<Replied> CancelAsync(string discharge, string? orderId = null) => hospital.SendAsync("HOS00015", new CancelDischargeRequest
    {
        OrderId = orderId ?? TestHospital.NewNumber("X"), OrigOrderId = discharge, HospitalId = hospital.HospitalId, CityCode = hospital.CityCode,
    });
}
