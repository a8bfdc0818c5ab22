using YbPay.Bureau;
using YbPay.Contracts.Huimin;
using YbPay.Contracts.MobilePay;

namespace YbPay.Huimin.Tests.Hosting;

/// <summary>A person of the core's default seed, whom credit bank and insurer know too.</summary>
internal sealed record TestPatient(string IdNo, string Name, string Mobile)
{
    /// <summary>Accounts of all four kinds, a coupon at the credit card, insured twice.</summary>
    public static TestPatient Rich { get; } = Of("44010000000000000001000417");

    /// <summary>A debit and a credit card, insured by HMB44001.</summary>
    public static TestPatient Second { get; } = Of("44010000000000000001000425");

    /// <summary>A credit product and a personal account, insured by YLX44002.</summary>
    public static TestPatient Third { get; } = Of("44010000000000000001000433");

    /// <summary>One debit card with 800 yuan, not insured.</summary>
    public static TestPatient Poor { get; } = Of("44010000000000000001000441");

    public string Ending => IdNo[^6..];

    public static TestPatient Of(string psnNo)
    {
        var person = BureauSeed.Default.Persons.First(person => person.PsnNo.Reveal() == psnNo);
        return new(person.CertNo.Reveal(), person.Name.Reveal(), "13800000001");
    }
}

/// <summary>What a hospital does at the platform, in words of the counter.</summary>
internal static class Counter
{
    public const string Deposit = "2";

    public static Task<Replied> AskEnrolmentAsync(this TestHospital hospital, TestPatient patient, string visitNo) => hospital.SendAsync("HOS00001", new QueryEnrolmentRequest
    {
        IdNo = patient.IdNo, IdType = "01", UserName = patient.Name, HospitalId = hospital.HospitalId, CityCode = hospital.CityCode, TreatmentSerialNo = visitNo, Mobile = patient.Mobile,
    });

    public static Task<Replied> AskAddressAsync(this TestHospital hospital, TestPatient patient, string? visitNo = null) => hospital.SendAsync("HOS00025", new EnrolmentAddressRequest
    {
        IdNo = patient.IdNo, UserName = patient.Name, Mobile = patient.Mobile, CityCode = hospital.CityCode, HospitalId = hospital.HospitalId, TreatmentSerialNo = visitNo,
    });

    /// <summary>Walks the real page; gives the token that the hospital then asks for.</summary>
    /// <param name="accType">01 to 04: which of the person's accounts.</param>
    public static async Task<string> EnrolAsync(this TestHospital hospital, TestPatient patient, string visitNo, string accType = "01")
    {
        using var page = new SigningPage((await hospital.AskAddressAsync(patient, visitNo)).Done<EnrolmentAddressReply>().ForwardUrl);
        var shown = await page.OpenAsync();
        var (status, _) = await page.SignAsync(page.PlaceOf(shown, accType), patient.Ending);
        if (status != 303) throw new InvalidOperationException($"The signing page answered {status}.");
        return (await hospital.AskEnrolmentAsync(patient, visitNo)).Done<QueryEnrolmentReply>().SignToken ?? throw new InvalidOperationException("Signed, and no token.");
    }

    public static CreditPaymentRequest Payment(this TestHospital hospital, string token, long amt, string? orderId = null, string orderType = Deposit, CreditExtension? claim = null) => new()
    {
        SignToken = token, OrderId = orderId ?? TestHospital.NewNumber("P"), Amt = amt, HospitalId = hospital.HospitalId, CityCode = hospital.CityCode, OrderType = orderType,
        ExtParams = claim?.ToContent(), MdtrtId = "MD0001", SetlId = "ST0001",
    };

    public static Task<Replied> PayAsync(this TestHospital hospital, CreditPaymentRequest payment) => hospital.SendAsync("HOS00003", payment);

    /// <summary>A payment that is done; anything else fails the test.</summary>
    public static async Task<CreditPaymentReply> PaidAsync(this TestHospital hospital, string token, long amt, string orderType = Deposit, CreditExtension? claim = null)
    {
        var reply = (await hospital.PayAsync(hospital.Payment(token, amt, orderType: orderType, claim: claim))).Done<CreditPaymentReply>();
        return reply.OrderStatus == "02" ? reply : throw new InvalidOperationException($"{reply.OrderStatus} {reply.Msg}");
    }

    public static Task<Replied> RefundAsync(this TestHospital hospital, string payment, long amount, string? orderId = null) => hospital.SendAsync("HOS00004", new CreditRefundRequest
    {
        OrderId = orderId ?? TestHospital.NewNumber("R"), OrigOrderId = payment, AmtRefund = amount, HospitalId = hospital.HospitalId, CityCode = hospital.CityCode,
    });

    public static Task<Replied> AskTradeAsync(this TestHospital hospital, string orderId) =>
        hospital.SendAsync("HOS00012", new QueryTradeRequest { OrderId = orderId, HospitalId = hospital.HospitalId, CityCode = hospital.CityCode });
}
