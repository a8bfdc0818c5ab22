using YbPay.Center.Tests.Hosting;
using YbPay.Protocol.Fsi;
using YbPay.Sandbox.Plan;
using YbPay.Storage;
using YbPay.Storage.Legs;

namespace YbPay.Center.Tests;

/// <summary>Another node, or the hospital's own window, took a msgid of the same second. A world of its own: the next numbers must be foreseen.</summary>
public sealed class NumbersAreTaken
{
    private const int Seconds = 40;

    private static Bill Small => Bill.Covered(20.00m) with { UsesAccount = true };

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task At_the_core_a_question_takes_another_far_away(string database)
    {
        await using var world = await CenterHost.StartAsync(database);
        var visit = await UploadedAsync(world);
        var last = await LastAsync(visit);
        // The first is the pre-settlement's; who took it took a hundred in a row, of which one more would be the settlement's.
        await TakenAtTheCoreAsync(visit, Enumerable.Range(last + 1, 100));

        (await visit.PayAsync()).OrdStas.ShouldBe("4", "settled, the cash is open");

        (await visit.EndsAsync("6")).FundPay.ShouldBe(16.00m);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_settlement_whose_number_is_taken_at_the_core_is_found_not_to_stand(string database)
    {
        await using var world = await CenterHost.StartAsync(database);
        var visit = await UploadedAsync(world);
        var last = await LastAsync(visit);
        await TakenAtTheCoreAsync(visit, [last + 2]); // the first is the pre-settlement's

        (await visit.PayAsync()).OrdStas.ShouldBe("2", "nobody knows yet what came of it");
        await visit.ReachesAsync("15");
        await visit.PayAsync();

        (await visit.EndsAsync("6")).FundPay.ShouldBe(16.00m);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task In_the_centres_own_books_the_work_is_done_again_under_another(string database)
    {
        await using var world = await CenterHost.StartAsync(database);
        var visit = await UploadedAsync(world);
        var last = await LastAsync(visit);
        await using (var books = await Databases.OpenAsync(world.Plan.DatabaseOf(SandboxRoles.Center), null))
            await books.WriteAsync(async session =>
            {
                // The first is the pre-settlement's, which is no leg.
                foreach (var msgid in NumbersOf(visit, last + 2))
                {
                    await LegStore.InsertAsync(session, msgid, "ELSEWHERE", "elsewhere", 0, null, 0, 0);
                    await LegStore.ResolveAsync(session, msgid, LegState.Succeeded, null, null, null, 0);
                }
            });

        await visit.PayAsync();

        (await visit.EndsAsync("6")).FundPay.ShouldBe(16.00m);
        await using var after = await Databases.OpenAsync(world.Plan.DatabaseOf(SandboxRoles.Center), null);
        var settled = (await after.ReadAsync(session => LegStore.OfOwnerAsync(session, visit.PayOrdId))).Single(leg => leg.Kind == "2207");
        settled.LegId.ShouldEndWith(NumbersOf(visit, last + 3).First()[^4..], customMessage: "the taken number was passed over");
    }

    private static async Task TakenAtTheCoreAsync(Visit visit, IEnumerable<int> numbers)
    {
        await using var core = await Databases.OpenAsync(visit.Hospital.Host.Plan.DatabaseOf(SandboxRoles.Bureau), null);
        await core.WriteAsync(async session =>
        {
            foreach (var msgid in numbers.SelectMany(number => NumbersOf(visit, number)))
                await session.ExecuteAsync(
                    "INSERT INTO message (msgid, institution, infno, person_key, target, state, received_at) VALUES (@msgid, @institution, '1101', 'another', NULL, 1, 0)",
                    new { msgid, institution = visit.Hospital.OrgCodg });
        });
    }

    /// <summary>The second upload: the first had the centre sign in, which takes a number of its own.</summary>
    private static async Task<Visit> UploadedAsync(CenterHost world)
    {
        await world.Clinic.UploadedAsync(Patient.Resident, Small);
        return await world.Clinic.UploadedAsync(Patient.WealthyEmployee, Small);
    }

    /// <summary>The number of the upload's last message; nothing has been said since.</summary>
    private static async Task<int> LastAsync(Visit visit)
    {
        await using var books = await Databases.OpenAsync(visit.Hospital.Host.Plan.DatabaseOf(SandboxRoles.Center), null);
        var legs = await books.ReadAsync(session => LegStore.OfOwnerAsync(session, visit.PayOrdId));
        return int.Parse(legs.Single(leg => leg.Kind == "2204").LegId[^4..], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The same number in each of the coming seconds.</summary>
    private static IEnumerable<string> NumbersOf(Visit visit, int number)
    {
        var now = visit.Hospital.Host.Clock.GetUtcNow();
        return Enumerable.Range(0, Seconds).Select(second => FsiNumbers.Msgid(visit.Hospital.OrgCodg, now.AddSeconds(second), number % 10_000));
    }
}
