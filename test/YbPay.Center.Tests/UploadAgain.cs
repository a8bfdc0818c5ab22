using YbPay.Center.Tests.Hosting;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Outcomes;

namespace YbPay.Center.Tests;

/// <summary>The same hospital order number again (ruling C5).</summary>
public sealed class UploadAgain(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_bill_gives_the_same_order(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.Resident, Bill.Covered(30.00m));
        var first = visit.Order;

        // Scanned once more: another credential, the same bill.
        var again = await world.Clinic.ScansAsync(Patient.Resident);
        visit.Bill = visit.Bill with { EcToken = again.EcToken, PayAuthNo = again.PayAuthNo };
        var second = await visit.UploadAsync();

        (second.PayOrdId, second.PayToken).ShouldBe((first.PayOrdId, first.PayToken));
        await visit.RevokeAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Another_bill_under_the_number_is_refused_until_the_first_is_revoked(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.Resident, Bill.Covered(30.00m));
        var other = await world.Clinic.VisitOfAsync(Patient.Resident, Bill.Covered(31.00m) with { MedOrgOrd = visit.Bill.MedOrgOrd });

        await Visit.RefusedAsync(Refusals.RevokeFirst, other.UploadAsync);
        (await visit.RevokeAsync()).ShouldBeTrue();
        (await other.UploadAsync()).PayOrdId.ShouldNotBe(visit.PayOrdId);

        await visit.EndsAsync("12", told: false);
        await other.RevokeAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Another_bill_under_a_paid_number_is_refused(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(10.00m) with { UsesAccount = true });
        await visit.PayAsync();
        await visit.EndsAsync("6");
        var other = await world.Clinic.VisitOfAsync(Patient.WealthyEmployee, Bill.Covered(31.00m) with { MedOrgOrd = visit.Bill.MedOrgOrd });

        await Visit.RefusedAsync(Refusals.AlreadyPaid, other.UploadAsync);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sixteen_at_once_make_one_order(string database)
    {
        var world = await worlds.OnAsync(database);
        var visit = await world.Clinic.VisitOfAsync(Patient.Resident, Bill.Covered(30.00m));

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            try
            {
                return await world.Clinic.Center.UploadFeesAsync(visit.Bill, CancellationToken.None);
            }
            catch (Client.YbPayException refused) when (refused.RefusalName == Refusals.OrderBeingUploaded.Name)
            {
                return null;
            }
        }));

        answers.OfType<UploadFeesReply>().Select(answer => answer.PayOrdId).Distinct().Count().ShouldBe(1);
        (await visit.UploadAsync()).PayOrdId.ShouldBe(answers.OfType<UploadFeesReply>().First().PayOrdId);
        await visit.RevokeAsync();
    }
}
