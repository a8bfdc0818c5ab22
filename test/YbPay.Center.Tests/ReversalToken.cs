using YbPay.Center.Tests.Hosting;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Outcomes;

namespace YbPay.Center.Tests;

/// <summary>revsToken (ruling C9): the hospital's own settlement failed, and the patient is gone.</summary>
public sealed class ReversalToken(Worlds worlds) : IClassFixture<Worlds>
{
    private static RefundRequest Reversal(Visit visit, string token) => visit.Refund("HI", 0.00m, 4.00m, 16.00m) with
    {
        EcToken = null, ExpContent = ExpandedContent.OfRevsToken(token),
    };

    private async Task<(Visit Visit, string Token)> ToldAsync(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(20.00m) with { UsesAccount = true });
        await visit.PayAsync();
        await visit.ReachesAsync("6");
        return (visit, (await visit.NoticesAsync())[0].Text("revsToken"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_token_of_another_order_is_worth_nothing(string database)
    {
        var (visit, _) = await ToldAsync(database);
        var (other, token) = await ToldAsync(database);

        await Visit.RefusedAsync(Refusals.ReversalTokenRejected, () => visit.RefundAsync(Reversal(visit, token)));

        await visit.EndsAsync("6");
        await other.EndsAsync("6");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_token_is_good_for_an_hour(string database)
    {
        var (visit, token) = await ToldAsync(database);
        await visit.Hospital.Host.Control.AdvanceAsync(TimeSpan.FromMinutes(61));

        await Visit.RefusedAsync(Refusals.ReversalTokenRejected, () => visit.RefundAsync(Reversal(visit, token)));
        await Visit.RefusedAsync(Refusals.CredentialRejected, () => visit.RefundAsync(visit.Refund("HI", 0.00m, 4.00m, 16.00m)));

        visit.Patient = await visit.Hospital.ScansAsync(Patient.WealthyEmployee);
        (await visit.RefundAsync(visit.Refund("HI", 0.00m, 4.00m, 16.00m))).RefStatus.ShouldBe("SUCC");
        await visit.EndsAsync("8");
    }
}
