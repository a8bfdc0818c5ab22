using FsCheck;
using FsCheck.Fluent;
using YbPay.Engine.Credit;
using YbPay.Engine.Discharge;
using YbPay.Engine.Money;

namespace YbPay.Engine.Tests.Stays;

/// <summary>Random stays. A failure prints the seed and the shortest script that still fails.</summary>
public class StayProperties(ITestOutputHelper output)
{
    private static readonly Gen<int> Number = Gen.Choose(0, 2_000_000);

    /// <summary>A third begins with deposits that are paid and a discharge that begins; the rest is noise from the first step.</summary>
    private static readonly Arbitrary<int[]> Scripts = Arb.From(
        from likely in Gen.Choose(0, 2)
        from deposits in Gen.Choose(1, 4)
        from begun in PaidDeposit.ArrayOf(deposits)
        from length in Gen.Choose(0, 60)
        from steps in Number.ArrayOf(length)
        select (int[])[.. likely == 0 ? begun.SelectMany(one => one) : [], .. steps],
        Shorter);

    /// <summary>A deposit without a claim, and the bank that pays it.</summary>
    private static Gen<int[]> PaidDeposit =>
        from amount in Gen.Choose(1, 20_000)
        from answer in Gen.Choose(1, 20_000)
        select (int[])[(((amount * 12) + 1) * Stay.Steps) + 0, (((answer * 7) + 1) * Stay.Steps) + 2];

    [Fact]
    public void Deposits_are_used_given_back_or_held_and_nothing_happens_twice() =>
        Prop.ForAll(Scripts, script => Live(script, _ => { })).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));

    [Fact]
    public void The_random_stays_see_every_state()
    {
        // Without this the property above could hold because nothing ever happens.
        var (payments, discharges, refunds) = (new Dictionary<CreditPaymentState, int>(), new Dictionary<DischargeState, int>(), new Dictionary<CreditRefundState, int>());
        var (resumed, again, partly) = (0, 0, 0);
        Prop.ForAll(Scripts, script => Live(script, Look)).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000).WithReplay(20_010_101, 7));
        Print(payments);
        Print(discharges);
        Print(refunds);
        output.WriteLine($"resumed and settled {resumed}, discharged again after a cancellation {again}, refunds in parts {partly}");
        payments.Keys.ShouldBe(Enum.GetValues<CreditPaymentState>(), ignoreOrder: true);
        discharges.Keys.ShouldBe(Enum.GetValues<DischargeState>(), ignoreOrder: true);
        refunds.Keys.ShouldBe(Enum.GetValues<CreditRefundState>(), ignoreOrder: true);
        resumed.ShouldBeGreaterThan(0);
        again.ShouldBeGreaterThan(0);
        partly.ShouldBeGreaterThan(0);

        void Look(Stay stay)
        {
            foreach (var one in stay.Payments) Count(payments, one.State);
            foreach (var one in stay.Discharges) Count(discharges, one.Work.State);
            foreach (var one in stay.Payments.SelectMany(payment => payment.Refunds)) Count(refunds, one.State);
            if (stay.Discharges.Any(one => one.Work is { State: DischargeState.Settled, Round: > 0 })) resumed++;
            if (stay.Discharges is [.., { Work.State: DischargeState.Cancelled }, { IsBooked: true }]) again++;
            if (stay.Payments.Any(one => one.Refunds.Count(refund => refund.State is CreditRefundState.Refunded) > 1)) partly++;
        }
    }

    /// <summary>Over random deposits and any surplus: latest first, none more than it holds, and none that could have been spared.</summary>
    [Fact]
    public void A_surplus_goes_back_whole_latest_first_and_in_as_few_refunds_as_that_allows() => Prop.ForAll(
        Arb.From(Gen.Choose(0, 5_000).ArrayOf()), Arb.From(Gen.Choose(0, int.MaxValue)), (amounts, number) =>
        {
            var start = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));
            Deposit[] deposits = [.. amounts.Select((amount, i) => new Deposit($"CP{i:D4}", start.AddHours(i / 2), new(amount), new(amount / 3)))];
            var worth = deposits.Sum(one => one.Left.Value);
            var surplus = number % (worth + 1);
            var plan = SurplusPlan.Of(deposits, new(surplus));

            plan.Sum(one => one.Amount.Value).ShouldBe(surplus);
            plan.Select(one => one.QueryId).ShouldBeUnique();
            plan.ShouldAllBe(one => one.Amount > Fen.Zero);
            var latestFirst = deposits.Reverse().Where(one => one.Left > Fen.Zero).Take(plan.Count).ToArray();
            plan.Select(one => one.QueryId).ShouldBe(latestFirst.Select(one => one.QueryId));
            foreach (var (refund, deposit) in plan.Zip(latestFirst).SkipLast(1)) refund.Amount.ShouldBe(deposit.Left);
            if (plan.Count > 0) plan[^1].Amount.ShouldBeLessThanOrEqualTo(latestFirst[^1].Left);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    private static void Live(int[] script, Action<Stay> look)
    {
        var stay = new Stay();
        foreach (var number in script)
        {
            var (before, entries) = (Shape(stay), stay.Books.Entries);
            if (!stay.Step(number))
            {
                Shape(stay).ShouldBe(before, "a refused step changed a state");
                stay.Books.Entries.ShouldBe(entries, "a refused step was booked");
            }

            StayTruths.Hold(stay);
            look(stay);
        }
    }

    private static string Shape(Stay stay) =>
        string.Join(' ', stay.Payments.Select(one => $"{one.State}/{one.Refunds.Count}/{one.Refunded}")) + string.Join(' ', stay.Discharges.Select(one => $"{one.Work.State}/{one.Work.Refunds.Count}"));

    private static void Count<T>(Dictionary<T, int> seen, T state)
        where T : struct, Enum => seen[state] = seen.GetValueOrDefault(state) + 1;

    private void Print<T>(Dictionary<T, int> seen)
        where T : struct, Enum
    {
        foreach (var (state, count) in seen.OrderBy(one => one.Key)) output.WriteLine($"{state} {count}");
    }

    private static IEnumerable<int[]> Shorter(int[] script)
    {
        for (var i = 0; i < script.Length; i++) yield return [.. script[..i], .. script[(i + 1)..]];
        for (var i = 0; i < script.Length; i++)
            if (script[i] >= Stay.Steps) yield return [.. script[..i], script[i] % Stay.Steps, .. script[(i + 1)..]];
    }
}
