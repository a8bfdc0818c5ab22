using System.Globalization;
using YbPay.Cli.Days.World;
using YbPay.Contracts.Fsi;
using YbPay.Contracts;

namespace YbPay.Cli.Days.Books;

/// <summary>The evening's totals with the core (3201): each hospital sends what it wrote down since the first day, by insurance kind and clearing category.</summary>
internal static class CoreTotals
{
    private const string Equal = "000000";

    /// <summary>What differs, in words; empty when every total agrees.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(DaysWorld world, Notebook notes, CancellationToken cancel)
    {
        var breaches = new List<string>();
        foreach (var ((orgCodg, insutype, clearing), sum) in notes.Sums.OrderBy(pair => pair.Key))
        {
            var hospital = world.Hospitals.First(side => side.OrgCodg == orgCodg);
            var reply = await hospital.Core.CheckTotalsAsync(
                new CheckTotalsRequest
                {
                    Data = new CheckTotalsData
                    {
                        Insutype = insutype, ClrType = clearing, SetlOptins = "440100", StmtBegndate = Day(DaysSettings.FirstMorning), StmtEnddate = Day(world.Clock.GetUtcNow()),
                        MedfeeSumamt = sum.Fee.ToYuan(), FundPaySumamt = sum.Fund.ToYuan(), AcctPay = sum.Account.ToYuan(), FixmedinsSetlCnt = sum.Count,
                    },
                },
                cancel);
            if (reply.Stmtinfo.StmtRslt != Equal)
                breaches.Add($"3201 {orgCodg} {insutype} {clearing}: here {sum.Count}, {sum.Fee}, {sum.Fund}, {sum.Account}; {reply.Stmtinfo.StmtRsltDscr}");
        }

        return breaches;
    }

    private static string Day(DateTimeOffset time) => ChinaTime.Of(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
