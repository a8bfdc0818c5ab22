using System.Globalization;
using YbPay.Cli.Bench.Load;
using YbPay.Cli.Demo.Huimin;
using YbPay.Client;
using YbPay.Contracts.Dictionaries;
using YbPay.Contracts.Huimin;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Bench.Huimin;

/// <summary>A patient who is enrolled and has paid, and the questions that a hospital then asks; each answer is checked.</summary>
internal sealed class QuestionWalk(IHuiminClient platform, ControlDesk control, SandboxHuiminPartner hospital, SandboxPerson patient)
{
    public const string Trade = "HOS00012";
    public const string Enrolment = "HOS00001";
    private const string Order = "BENCH00000001";
    private const string Visit = "BENCHVISIT0001";
    private const long Amount = 100;

    /// <summary>Enrols him on the page and takes one payment.</summary>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        var asked = new EnrolmentAddressRequest
        {
            IdNo = patient.IdNo, UserName = patient.UserName, Mobile = "13800000001", CityCode = hospital.CityCode, HospitalId = hospital.HospitalId, TreatmentSerialNo = Visit,
        };
        using var page = new SignOnPage();
        await page.SignAsync((await platform.GetEnrolmentAddressAsync(asked, cancel)).ForwardUrl, "示例银行借记卡", patient.IdNo[^6..], cancel);
        var token = (await EnrolmentAsync(cancel)).SignToken ?? throw new BenchFailedException("The patient is not enrolled.");
        var paid = await platform.PayAsync(
            new CreditPaymentRequest
            {
                SignToken = token, OrderId = Order, Amt = Amount, HospitalId = hospital.HospitalId, CityCode = hospital.CityCode, OrderType = "3", MdtrtId = "MD" + Visit, SetlId = "ST" + Visit,
            },
            cancel);
        if (paid.OrderStatus != OrderStatus.Paid) throw new BenchFailedException($"The payment is {paid.OrderStatus}: {paid.Msg}");
    }

    /// <summary>As many visits, each with a fast claim that waits for its documents.</summary>
    public async Task<IReadOnlyList<string>> CasesAsync(int count, CancellationToken cancel)
    {
        var visits = new List<string>();
        for (var i = 0; i < count; i++)
        {
            visits.Add(string.Create(CultureInfo.InvariantCulture, $"BENCHSTAY{i:D4}"));
            await control.OrderAsync("/visits", new { orgCodg = hospital.OrgCodg, psnNo = patient.PsnNo, treatmentSerialNo = visits[i], medType = "0040" }, cancel);
            await control.OrderAsync("/claims", new { psnNo = patient.PsnNo, hospitalId = hospital.HospitalId, treatmentSerialNo = visits[i] }, cancel);
        }

        return visits;
    }

    public async Task AskAsync(string transCode, CancellationToken cancel)
    {
        if (transCode == Enrolment)
        {
            if ((await EnrolmentAsync(cancel)).SignStatus != SignStatus.Enrolled) throw new BenchFailedException("The patient is not enrolled any more.");
            return;
        }

        var found = await platform.QueryTradeAsync(new QueryTradeRequest { OrderId = Order, HospitalId = hospital.HospitalId, CityCode = hospital.CityCode }, cancel);
        if (found is not { OrderStatus: OrderStatus.Paid, Amt: Amount }) throw new BenchFailedException($"The payment is {found.OrderStatus}, {found.Amt} fen.");
    }

    private Task<QueryEnrolmentReply> EnrolmentAsync(CancellationToken cancel) => platform.QueryEnrolmentAsync(
        new QueryEnrolmentRequest
        {
            IdNo = patient.IdNo, IdType = "01", UserName = patient.UserName, HospitalId = hospital.HospitalId, CityCode = hospital.CityCode, TreatmentSerialNo = Visit,
        },
        cancel);
}
