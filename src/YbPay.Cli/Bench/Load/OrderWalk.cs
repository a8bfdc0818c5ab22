using System.Diagnostics;
using System.Globalization;
using YbPay.Cli.Demo;
using YbPay.Client;
using YbPay.Contracts.MobilePay;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Bench.Load;

/// <summary>A patient at the counter: who he is and the credentials he showed.</summary>
internal sealed record Patient(SandboxPerson Person, DecodeQrCodeReply Credential);

/// <summary>What names an order in 6301.</summary>
internal sealed record PaidOrder(UploadFeesRequest Bill, string PayOrdId, string PayToken)
{
    public override string ToString() => PayOrdId;
}

/// <summary>One order from the upload to "6301 says completed", through the SDK that hospitals use. What does not hold throws.</summary>
internal sealed class OrderWalk(IYbPayClient client, BenchHospital hospital, string orgCodg, IReadOnlyDictionary<string, Latencies> steps)
{
    public static readonly IReadOnlyList<string> Steps = ["6201", "6202", "6302", "6301", "order"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private static long _numbers;
    private int _asked;

    public int Asked => _asked;

    /// <param name="due">When the order was to begin: a late beginning counts as waiting.</param>
    public async Task<PaidOrder> RunAsync(Patient patient, Random random, long due, CancellationToken cancel)
    {
        var bill = Bill(patient, random);
        var uploaded = await TimedAsync("6201", client.UploadFeesAsync(bill, cancel));
        var order = new PaidOrder(bill, uploaded.PayOrdId, uploaded.PayToken);
        var paid = await TimedAsync("6202", client.PlacePaymentAsync(
            new PlacePaymentRequest
            {
                PayAuthNo = patient.Credential.AuthNo!, PayOrdId = order.PayOrdId, PayToken = order.PayToken, OrgCodg = orgCodg, OrgBizSer = "BS" + bill.MedOrgOrd,
                ChrgBchno = bill.ChrgBchno, FeeType = bill.FeeType, MdtrtId = uploaded.ExtData?.GetProperty("mdtrtId").GetString() ?? "",
            },
            cancel));
        var answered = Stopwatch.GetTimestamp();
        if (paid.OwnPayAmt != 0 || paid.FeeSumamt != paid.FundPay + paid.PsnAcctPay + paid.OthFeeAmt) throw new BenchFailedException("6202: insurance did not pay all of it");

        // The notice may come before the payment's answer does; then it took no time.
        steps["6302"].Add(Math.Max(0, await hospital.ToldAsync(order.PayOrdId, Patience) - answered));
        await CompletedAsync(order, cancel);
        steps["order"].Add(Stopwatch.GetTimestamp() - due);
        return order;
    }

    public async Task<QueryOrderReply> QueryAsync(PaidOrder order, CancellationToken cancel) => await TimedAsync("6301", client.QueryOrderAsync(
        new QueryOrderRequest { PayOrdId = order.PayOrdId, OrgCodg = orgCodg, PayToken = order.PayToken, IdNo = order.Bill.IdNo, UserName = order.Bill.UserName, IdType = order.Bill.IdType }, cancel));

    /// <summary>
    /// The centre books the hospital's confirmation after the hospital has sent it: the first question comes a moment later,
    /// and again if that was too early. The moment counts in the order's time.
    /// </summary>
    private async Task CompletedAsync(PaidOrder order, CancellationToken cancel)
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            await Task.Delay(Pause, cancel);
            Interlocked.Increment(ref _asked);
            var seen = await QueryAsync(order, cancel);
            if (seen.OrdStas == "6") return;
            if (Stopwatch.GetElapsedTime(begun) > Patience) throw new BenchFailedException($"6301: still {seen.OrdStas}");
        }
    }

    private UploadFeesRequest Bill(Patient patient, Random random)
    {
        var bill = new DemoBill(random, TimeProvider.System).Outpatient(orgCodg, patient.Credential, patient.Person);
        var number = string.Create(CultureInfo.InvariantCulture, $"{bill.MedOrgOrd}{Interlocked.Increment(ref _numbers) % 100_000:D5}");
        return bill with { MedOrgOrd = number, AcctUsedFlag = "1" };
    }

    private async Task<T> TimedAsync<T>(string step, Task<T> call)
    {
        var begun = Stopwatch.GetTimestamp();
        var reply = await call;
        steps[step].Add(Stopwatch.GetTimestamp() - begun);
        return reply;
    }
}

/// <summary>Something that must hold did not.</summary>
internal sealed class BenchFailedException(string message) : Exception(message);
