using System.Globalization;
using YbPay.Bureau;
using YbPay.Contracts;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Bench;

/// <summary>
/// Invented insured persons with accounts too full to run out, so that insurance alone pays every order. The same count
/// gives the same persons: server and load generator need not tell each other.
/// </summary>
internal static class BenchPersons
{
    /// <summary>Ten million yuan, in fen.</summary>
    private const long Balance = 1_000_000_000;

    private const string Admdvs = "440100";

    /// <summary>The default seed's institutions and catalogue, and the bench's persons.</summary>
    public static BureauSeed Seed(int count) => BureauSeed.Default with { Persons = [.. Enumerable.Range(0, count).Select(Person)] };

    public static IReadOnlyList<SandboxPerson> Of(int count) => SandboxPersons.From(Seed(count));

    private static SeedPerson Person(int number)
    {
        var birth = new DateOnly(1960, 1, 1).AddDays(number * 7);
        return new SeedPerson(
            new Personal(string.Create(CultureInfo.InvariantCulture, $"4401000000000000000900{number:D6}")), new Personal(IdentityNumber(birth, number)), "01",
            new Personal(string.Create(CultureInfo.InvariantCulture, $"压测{number}")), number % 2 == 0 ? "1" : "2", birth, "1101", Admdvs, null, [new SeedInsurance("310", Balance)]);
    }

    /// <summary>18 characters with the check character of GB 11643.</summary>
    private static string IdentityNumber(DateOnly birth, int number)
    {
        var first = string.Create(CultureInfo.InvariantCulture, $"440104{birth:yyyyMMdd}{number % 1000:D3}");
        var (sum, weight) = (0, 0);
        for (var i = 16; i >= 0; i--)
        {
            weight = i == 16 ? 2 : weight * 2 % 11;
            sum += (first[i] - '0') * weight;
        }

        return first + "10X98765432"[sum % 11];
    }
}
