using System.Globalization;
using YbPay.Bureau;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts;
using YbPay.Engine.Money;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Demo;

/// <summary>A bill as a hospital would upload it: real catalogue items, drawn by the given randomness, so that bills differ.</summary>
internal sealed class DemoBill(Random random, TimeProvider clock)
{
    /// <summary>Unit prices in fen by charge type, as they are met at a hospital.</summary>
    private static readonly Dictionary<string, (int From, int To)> Prices = new(StringComparer.Ordinal)
    {
        ["01"] = (4000, 9000), ["02"] = (1000, 6000), ["03"] = (9000, 52000), ["04"] = (1500, 9000), ["05"] = (800, 3000), ["07"] = (1500, 3000),
        ["08"] = (900, 9000), ["09"] = (600, 6000), ["10"] = (300, 2500), ["11"] = (1200, 4500), ["13"] = (200, 1000),
    };

    /// <summary>Items of the sandbox's catalogue that a hospital bills for, and their prices in fen.</summary>
    public static IReadOnlyList<(SeedItem Item, int From, int To)> Priced { get; } =
        [.. BureauSeed.Default.Items.Where(item => Prices.ContainsKey(item.ChargeType)).Select(item => (item, Prices[item.ChargeType].From, Prices[item.ChargeType].To))];

    /// <summary>An outpatient bill of a few lines for a person at an institution; the amounts add up.</summary>
    public UploadFeesRequest Outpatient(string orgCodg, DecodeQrCodeReply credential, SandboxPerson insured)
    {
        var now = ChinaTime.Of(clock.GetUtcNow());
        var number = now.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture) + random.Next(1000, 9999).ToString(CultureInfo.InvariantCulture);
        var items = Priced.Where(priced => priced.Item.ChargeType is not ("01" or "07")).ToArray();
        random.Shuffle(items);
        // An examination in every bill lifts it over the deductible; the patient then sees the fund pay.
        var drawn = items.Where(priced => priced.Item.ChargeType == "03").Take(2).Concat(items.Where(priced => priced.Item.ChargeType != "03").Take(random.Next(2, 6)));
        BilledItem[] lines = [.. drawn.Select(priced => new BilledItem(priced.Item, new Fen(random.Next(priced.From, priced.To)), priced.Item.ChargeType is "09" or "10" or "11" ? random.Next(1, 4) : 1))];
        // Only an account that cannot pay all of it leaves something for the cash part of the demonstration.
        var usesAccount = insured.AccountBalance < lines.Aggregate(Fen.Zero, (sum, line) => sum + line.Amount).ToYuan() / 4;
        return BillForm.Of(new BillHead(orgCodg, number, Care.Outpatient, usesAccount, now), credential, insured, lines);
    }
}
