using YbPay.Center.Tests.Cashier;
using YbPay.Center.Tests.Hosting;
using YbPay.Storage;
using YbPay.Storage.Outbox;

namespace YbPay.Center.Tests;

/// <summary>A hospital that chose sealed messages also answers sealed; what is clear could be anybody's.</summary>
public sealed class ClearConfirmations
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task In_a_sealing_hospitals_stead_nobody_confirms_in_clear(string database)
    {
        await using var between = await Between.StartAsync();
        await using var world = await CenterHost.StartAsync(database, center: options =>
        {
            foreach (var institution in options.Partners.SelectMany(partner => partner.Institutions).Where(institution => institution.SealedCallbacks))
                institution.CallbackBase = between.Address;
        });
        between.Hospital = world.Plan.CallbackBaseOf(world.Hospital.OrgCodg);
        var visit = await world.Hospital.UploadedAsync(Patient.WealthyEmployee, Bill.Covered(10.00m) with { UsesAccount = true });
        using var browser = new Browser();
        await visit.ConfirmsAsync(browser, await visit.OpensAsync(browser, visit.Address()), channel: null);

        await using var books = await Databases.OpenAsync(world.Plan.DatabaseOf("center"), null);
        var messages = await Eventually.GetAsync(
            () => books.ReadAsync(session => OutboxLists.OfOwnerAsync(session, visit.PayOrdId)), rows => rows.Count == 2 && rows.All(row => row.Attempts == 1), "6204 and 6302 were tried");
        messages.Select(message => message.Topic).ShouldBe(["6204", "6302"], ignoreOrder: true);
        foreach (var message in messages)
            (await books.ReadAsync(session => OutboxLists.AttemptsAsync(session, message.MessageId))).ShouldHaveSingleItem().Note.ShouldBe("unknown: a clear answer from a hospital that seals");
        (await visit.QueryAsync()).OrdStas.ShouldBe("4", "paid, and the hospital has not confirmed");
        (await visit.NoticesAsync()).ShouldBeEmpty();

        between.Confirms = false;
        await world.Control.AdvanceAsync(TimeSpan.FromSeconds(5));

        await visit.EndsPaidAsync();
    }
}
