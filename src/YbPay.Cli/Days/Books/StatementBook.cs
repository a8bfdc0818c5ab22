using System.Globalization;
using System.Text;
using YbPay.Bureau;
using YbPay.Cli.Days.World;
using YbPay.Cli.Demo;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Money;

namespace YbPay.Cli.Days.Books;

/// <summary>The core's statements of every day and institution, added up: what they say must be what the hospitals noted.</summary>
internal sealed class StatementBook
{
    private const int TotalCells = 7;

    private readonly Dictionary<string, (Fen Fee, Fen Fund, Fen Account)> _sums = new(StringComparer.Ordinal);
    private DateOnly _next = DayOf(DaysSettings.FirstMorning);

    /// <summary>Takes in the statements of all days that are over and were not taken yet; gives what is wrong with them.</summary>
    public async Task<IReadOnlyList<string>> UpToYesterdayAsync(DaysWorld world, CancellationToken cancel)
    {
        var breaches = new List<string>();
        for (var today = DayOf(world.Clock.GetUtcNow()); _next < today; _next = _next.AddDays(1))
            foreach (var hospital in world.Hospitals)
                if (Take(hospital.OrgCodg, await StatementDoor.AskAsync(world.Plan, hospital.OrgCodg, _next, cancel)) is { } breach) breaches.Add($"statement of {hospital.OrgCodg}, {_next:yyyy-MM-dd}: {breach}");
        return breaches;
    }

    public IEnumerable<string> Compare(Notebook notes) =>
        from sums in notes.Sums.GroupBy(pair => pair.Key.OrgCodg, pair => pair.Value)
        let noted = sums.Aggregate(default((Fen Fee, Fen Fund, Fen Account)), (sum, part) => (sum.Fee + part.Fee, sum.Fund + part.Fund, sum.Account + part.Account))
        let stated = _sums.GetValueOrDefault(sums.Key)
        let withAccounts = (noted.Fee, noted.Fund, Account: noted.Account + notes.PaidDownAt(sums.Key))
        where withAccounts != stated
        select $"the statements of {sums.Key} add up to {stated.Fee}, {stated.Fund}, {stated.Account}; noted were {withAccounts.Fee}, {withAccounts.Fund}, {withAccounts.Account}";

    private string? Take(string orgCodg, Outcome<BureauStatement>? answer)
    {
        if (answer is Outcome<BureauStatement>.No { Why: var why } && why.Name == YbPay.Bureau.Refusals.StatementNone.Name) return null; // nothing was ever settled there
        if (answer is not Outcome<BureauStatement>.Ok { Value: var statement }) return (answer as Outcome<BureauStatement>.No)?.Why.Message ?? "the core does not answer";
        if (!statement.Agrees) return "the ledger gives another one";
        if (Encoding.UTF8.GetString(statement.Content).TrimEnd('\n').Split('\n')[^1].Split('\t') is not { Length: TotalCells } total || total[0] != "TOTAL") return "its last line is no total";
        var before = _sums.GetValueOrDefault(orgCodg);
        _sums[orgCodg] = (before.Fee + Yuan(total[2]), before.Fund + Yuan(total[3]), before.Account + Yuan(total[4]));
        return null;
    }

    private static Fen Yuan(string cell) => Fen.FromYuan(decimal.Parse(cell, NumberStyles.Number, CultureInfo.InvariantCulture)) ?? throw new InvalidDataException($"{cell} is no amount.");

    private static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(DaysSettings.FirstMorning.Offset).DateTime);
}
