using YbPay.Huimin.Features.Statements;
using YbPay.Huimin.Running;
using YbPay.Protocol.Files;
using YbPay.Storage;
using YbPay.Storage.Ledger;

namespace YbPay.Huimin.Features.Books;

/// <summary>The statements of the last days as hospitals get them: whole, with every order of the day once and no other.</summary>
internal sealed class StatementsHold(HuiminBooks books)
{
    public const string Name = "day statements hold their days' orders";

    /// <summary>Each is opened and read, so not for more.</summary>
    private const int Days = 35;

    private sealed record MadeRow(string HospitalId, string Day);

    public async Task<BooksClaim> CheckAsync()
    {
        var from = StatementDay.Of(books.Time.AddDays(-Days).ToUnixTimeMilliseconds());
        var made = await books.Database.ReadAsync(session => session.QueryAsync<MadeRow>("SELECT hospital_id, day FROM statements WHERE day >= @Text ORDER BY day, hospital_id", new { from.Text }));
        var breaches = new List<string>();
        foreach (var statement in made) breaches.AddRange(await CompareAsync(statement));
        return new BooksClaim(Name, made.Count, breaches);
    }

    private async Task<IReadOnlyList<string>> CompareAsync(MadeRow made)
    {
        if (StatementDay.Parse(made.Day) is not { } day) return [$"{made.HospitalId} {made.Day}: no day"];
        try
        {
            var stored = await books.Database.ReadAsync(session => StatementStore.FindAsync(session, books, made.HospitalId, made.Day));
            if (stored is null || await TextZip.ReadAsync(stored.Zip, CancellationToken.None) is not { } text) return [$"{made.HospitalId} {made.Day}: no text"];
            var told = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split("!|")[0]).ToList();
            var orders = await books.Database.ReadAsync(session => StatementStore.OrdersAsync(session, books, made.HospitalId, day));
            var ours = orders.Select(order => order.QueryId).ToList();
            return
            [
                .. ours.Except(told).Select(order => $"missing in {made.HospitalId} {made.Day}: {order}"),
                .. told.Except(ours).Select(order => $"too much in {made.HospitalId} {made.Day}: {order}"),
                .. told.Count == stored.Lines && told.Distinct().Count() == told.Count ? Array.Empty<string>() : [$"{made.HospitalId} {made.Day}: {told.Count} lines, and not {stored.Lines} different ones"],
            ];
        }
        catch (Exception changed) when (changed is InvalidDataException or System.Security.Cryptography.CryptographicException)
        {
            return [$"{made.HospitalId} {made.Day}: not what it was when it was made"];
        }
    }
}
