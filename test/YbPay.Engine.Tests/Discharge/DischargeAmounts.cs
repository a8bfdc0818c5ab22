using YbPay.Engine.Discharge;
using YbPay.Engine.Money;

namespace YbPay.Engine.Tests.Discharge;

/// <summary>Trials and discharges by hand, in yuan.</summary>
public class DischargeAmounts
{
    public static TheoryData<string> Trials => TextTable.Rows("""
        # settleAmt nonCredit budget deposits | due     supplement refund, or why not
        10000.00    6000.00   1500.00 3000.00 | 2500.00 0          500.00
        10000.00    6000.00   1500.00 2500.00 | 2500.00 0          0
        10000.00    6000.00   1500.00 2499.99 | 2500.00 0.01       0
        10000.00    6000.00   0       3000.00 | 4000.00 1000.00    0
        10000.00    6000.00   4000.00 3000.00 | 0       0          3000.00      # the insurer bears all that is left
        10000.00    10000.00  0       3000.00 | 0       0          3000.00
        0           0         0       3000.00 | 0       0          3000.00      # a stay that cost nothing
        10000.00    10000.01  0       3000.00 | NonCreditBeyondTotal 10000.01 10000.00
        10000.00    6000.00   4000.01 3000.00 | BudgetBeyondShare    4000.01  4000.00
        -0.01       0         0       3000.00 | AmountInvalid        -0.01    999999999.99
        10000.00    -0.01     0       3000.00 | AmountInvalid        -0.01    999999999.99
        10000.00    6000.00   -0.01   3000.00 | AmountInvalid        -0.01    999999999.99
        1000000000  6000.00   0       3000.00 | AmountInvalid        1000000000.00 999999999.99
        """);

    [Theory, MemberData(nameof(Trials))]
    public void A_trial_says_what_is_missing_or_too_much(string row)
    {
        var cells = TextTable.Cells(row);
        var sums = DischargeSums.Of(TextTable.Amount(cells[0]), TextTable.Amount(cells[1]), TextTable.Amount(cells[2]), [Deposit("CP1", 1, cells[3])]);
        var told = sums.Match(ok => $"{ok.Due} {ok.Supplement} {ok.Refund}", why => $"{why.Reason} {why.Left} {why.Right}");
        Same(told, cells[4..7]).ShouldBeTrue($"{row}: {told}");
    }

    [Fact]
    public void Deposits_together_beyond_what_a_field_holds_are_refused()
    {
        Deposit[] deposits = [.. Enumerable.Range(1, 2).Select(n => Deposit($"CP{n}", n, "999999999.99"))];
        DischargeSums.Of(new(1), Fen.Zero, Fen.Zero, deposits).Match(_ => "ok", why => $"{why}").ShouldBe("AmountInvalid (1999999999.98, 999999999.99)");
    }

    public static TheoryData<string> Terms => TextTable.Rows("""
        # visit setlId settleAmt nonCredit budget  mi      third  gr      deposits | comes to
        V1      S1     10000.00  6000.00   1500.00 5500.00 500.00 2500.00 3000.00  | ok
        V1      S1     10000.00  6000.00   1500.00 6000.00 0      10000.00 2500.00 | ok
        V2      S2     10000.00  6000.00   1500.00 5500.00 500.00 2500.00 3000.00  | VisitDiffers
        V1      S2     10000.01  6000.00   1500.00 5500.00 500.00 2500.00 3000.00  | SettlementDiffers
        V1      S1     10000.01  6000.00   1500.00 5500.00 500.00 2500.00 3000.00  | TotalDiffers (10000.01, 10000.00)
        V1      S1     10000.00  5999.99   1500.00 5500.00 500.00 2500.00 3000.00  | NonCreditDiffers (5999.99, 6000.00)
        V1      S1     10000.00  6000.00   1500.01 5500.00 500.00 2500.00 3000.00  | BudgetDiffers (1500.01, 1500.00)
        V1      S1     10000.00  6000.00   1500.00 5500.00 500.01 2500.00 3000.00  | OthersBeyondNonCredit (6000.01, 6000.00)
        V1      S1     10000.00  6000.00   1500.00 -0.01   0      2500.00 3000.00  | AmountInvalid (-0.01, 999999999.99)
        V1      S1     10000.00  6000.00   1500.00 5500.00 500.00 10000.01 3000.00 | OwnShareBeyondTotal (10000.01, 10000.00)
        V1      S1     10000.00  6000.00   1500.00 5500.00 500.00 2500.00 2499.99  | DepositsShort (2499.99, 2500.00)
        V1      S1     10000.00  6000.00   1500.00 5500.00 500.01 2500.00 0        | OthersBeyondNonCredit (6000.01, 6000.00)
        """);

    [Theory, MemberData(nameof(Terms))]
    public void A_discharge_says_what_its_trial_said(string row)
    {
        var cells = TextTable.Cells(row);
        var trial = new TrialTerms("V1", "S1", new(10000_00), new(6000_00), new(1500_00));
        var amounts = cells[2..9].Select(TextTable.Amount).ToArray();
        var terms = new DischargeTerms(cells[0], cells[1], amounts[0], amounts[1], amounts[2], amounts[3], amounts[4], amounts[5]);
        terms.Against(trial, [Deposit("CP1", 1, cells[8])]).Match(_ => "ok", why => $"{why}").ShouldBe(string.Join(' ', cells[9..]));
    }

    public static TheoryData<string> Plans => TextTable.Rows("""
        # deposits, oldest first    surplus | refunds
        1000.00 1000.00 1000.00     0       | -
        1000.00 1000.00 1000.00     0.01    | CP3:0.01
        1000.00 1000.00 1000.00     1000.00 | CP3:1000.00
        1000.00 1000.00 1000.00     1500.00 | CP3:1000.00 CP2:500.00
        1000.00 1000.00 1000.00     3000.00 | CP3:1000.00 CP2:1000.00 CP1:1000.00
        1000.00 0       300.00      800.00  | CP3:300.00 CP1:500.00      # what holds nothing gives nothing
        """);

    [Theory, MemberData(nameof(Plans))]
    public void The_latest_deposit_gives_back_first(string row)
    {
        var cells = TextTable.Cells(row);
        Deposit[] deposits = [Deposit("CP1", 1, cells[0]), Deposit("CP2", 2, cells[1]), Deposit("CP3", 3, cells[2])];
        foreach (var named in (Deposit[][])[deposits, [.. deposits.Reverse()], [deposits[1], deposits[0], deposits[2]]])
        {
            var plan = SurplusPlan.Of(named, TextTable.Amount(cells[3])).Select(one => $"{one.QueryId}:{one.Amount}").DefaultIfEmpty("-");
            plan.ShouldBe(cells[4..], "whatever the order in which they were named");
        }
    }

    [Fact]
    public void What_was_refunded_before_is_not_refunded_again()
    {
        Deposit[] deposits = [new("CP1", At(1), new(1000), Fen.Zero), new("CP2", At(2), new(1000), new(900))];
        SurplusPlan.Of(deposits, new(300)).ShouldBe([new("CP2", new(100)), new("CP1", new(200))]);
        Should.Throw<ArgumentOutOfRangeException>(() => SurplusPlan.Of(deposits, new(1101)));
        Should.Throw<ArgumentOutOfRangeException>(() => SurplusPlan.Of(deposits, new(-1)));
    }

    [Fact]
    public void Two_deposits_of_one_moment_have_an_order_too() =>
        SurplusPlan.Of([new("CP2", At(1), new(1000), Fen.Zero), new("CP3", At(1), new(1000), Fen.Zero), new("CP1", At(1), new(1000), Fen.Zero)], new(1500))
            .ShouldBe([new("CP3", new(1000)), new("CP2", new(500))]);

    private static bool Same(string told, string[] cells) =>
        told.Split(' ').Zip(cells).All(pair => pair.First == pair.Second || TextTable.Amount(pair.First) == TextTable.Amount(pair.Second));

    private static Deposit Deposit(string id, int day, string yuan) => new(id, At(day), TextTable.Amount(yuan), Fen.Zero);

    private static DateTimeOffset At(int day) => new(2026, 3, day, 9, 0, 0, TimeSpan.FromHours(8));
}
