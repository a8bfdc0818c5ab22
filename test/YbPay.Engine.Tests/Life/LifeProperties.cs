using FsCheck;
using FsCheck.Fluent;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;

namespace YbPay.Engine.Tests.Life;

/// <summary>Random lives of orders. A failure prints the seed and the shortest script that still fails.</summary>
public class LifeProperties(ITestOutputHelper output)
{
    private static readonly Gen<int> Number = Gen.Choose(0, 1_000_000);

    /// <summary>Half begin like a real order, so that the later states are seen; half are noise from the first step.</summary>
    private static readonly Arbitrary<int[]> Scripts = Arb.From(
        from amounts in Number.ArrayOf(LifeScript.Amounts)
        from start in Gen.Elements<int[]>([], [0, 3, 4], [0, 3, 4, 24], [0, 2, 3, 4, 7], [0, 3, 4, 7, 15, 16])
        from length in Gen.Choose(0, 60)
        from steps in Number.ArrayOf(length)
        select (int[])[.. amounts, .. start, .. steps],
        Shorter);

    [Fact]
    public void No_sequence_pays_twice_refunds_too_much_or_breaks_the_books() =>
        Prop.ForAll(Scripts, script => Live(script, _ => { })).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Fact]
    public void The_random_lives_see_every_state()
    {
        // Without this the property above could hold because nothing ever happens.
        var seen = new Dictionary<OrderState, int>();
        var (paidDown, surplus) = (0, 0);
        Prop.ForAll(Scripts, script => Live(script, Look))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000).WithReplay(20_010_101, 7));
        foreach (var (state, count) in seen.OrderBy(one => one.Key)) output.WriteLine($"{state} {count}");
        seen.Keys.ShouldBe(Enum.GetValues<OrderState>(), ignoreOrder: true);
        paidDown.ShouldBeGreaterThan(0, "accounts paid");
        surplus.ShouldBeGreaterThan(0, "a surplus went back");

        void Look(OrderLife life)
        {
            seen[life.State] = seen.GetValueOrDefault(life.State) + 1;
            if (life.Cash.PaidDown > Fen.Zero) paidDown++;
            if (life.SurplusReturned > Fen.Zero) surplus++;
        }
    }

    private static void Live(int[] script, Action<OrderLife> look)
    {
        var life = LifeScript.Begin(script);
        foreach (var number in script.Skip(LifeScript.Amounts))
        {
            var (before, entries) = (life.State, life.Books.Entries);
            if (!LifeScript.Step(life, number))
            {
                life.State.ShouldBe(before, "a refused step changed the state");
                life.Books.Entries.ShouldBe(entries, "a refused step was booked");
            }

            OrderLifeTruths.Hold(life);
            look(life);
        }
    }

    private static IEnumerable<int[]> Shorter(int[] script)
    {
        for (var i = LifeScript.Amounts; i < script.Length; i++) yield return [.. script[..i], .. script[(i + 1)..]];
        for (var i = 0; i < script.Length; i++)
            if (script[i] >= LifeScript.Steps) yield return [.. script[..i], script[i] % LifeScript.Steps, .. script[(i + 1)..]];
    }
}
