using YbPay.Cli.Demo;
using YbPay.Engine.Money;
using YbPay.Sandbox.Hospital;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Days.Plan;

/// <summary>Draws what a day brings. The same seed and day give the same plan, whatever was drawn before.</summary>
internal sealed class DayPlanner(int seed, int persons, int mostPatients)
{
    /// <summary>Two large odd numbers keep the draws of neighbouring days and seeds apart.</summary>
    private const uint SeedStep = 0x9E3779B1;
    private const uint DayStep = 0x85EBCA6B;

    public DayPlan Draw(int day)
    {
        var random = new Random(unchecked((int)(((uint)seed * SeedStep) ^ (((uint)day + 1) * DayStep))));
        var patients = new PatientPlan[random.Next(mostPatients + 1)];
        for (var i = 0; i < patients.Length; i++) patients[i] = Patient(random);
        return new DayPlan(day, patients);
    }

    private PatientPlan Patient(Random random)
    {
        var care = Draws.Of(random, (Care.Outpatient, 6), (Care.Chronic, 2), (Care.Stay, 2));
        var course = Draws.Of(
            random, (Course.Pays, 60), (Course.PaysAfterDeclining, 5), (Course.Declines, 6), (Course.NeverPays, 9), (Course.NeverConfirms, 7), (Course.RevokedBeforeConfirming, 7), (Course.RevokedBeforeCash, 6));
        var paid = course is Course.Pays or Course.PaysAfterDeclining;
        var back = paid && Draws.IsLikely(random, 40)
            ? Draws.Of(random, (GivesBack.Whole, 4), (GivesBack.Insurance, 2), (GivesBack.CashInPart, 3), (GivesBack.Cash, 2), (GivesBack.CashInPartThenInsurance, 2), (GivesBack.InsuranceThenCash, 2))
            : GivesBack.Nothing;
        var plan = new PatientPlan(
            random.Next(persons), random.Next(SandboxPlan.Institutions.Count), care, Draws.IsLikely(random, 35) ? Till.Cashier : Till.Counter, course, back,
            UsesAccount: Draws.IsLikely(random, 60), Deposit: Deposit(random, care), Minutes: random.Next(1, 14), CashShare: random.Next(5, 96))
        {
            Items = Bill(random, care), Faults = [], PaysDown = course is Course.NeverConfirms or Course.RevokedBeforeConfirming || !Draws.IsLikely(random, 35) ? [] : Accounts(random),
        };
        return Draws.IsLikely(random, 30) ? plan with { Faults = FaultDraws.For(random, plan), Mood = paid && Draws.IsLikely(random, 50) ? Mood(random) : null } : plan;
    }

    private static long Deposit(Random random, Care care) => Draws.IsLikely(random, care == Care.Stay ? 60 : 10) ? random.Next(1, 40) * 2500L : 0;

    private static PaysDown[] Accounts(Random random)
    {
        var kinds = Enum.GetValues<PaysDown>();
        random.Shuffle(kinds);
        return kinds[..random.Next(1, kinds.Length + 1)];
    }

    private static HospitalMood Mood(Random random) => new(Draws.Of(random, (HospitalAnswer.Fail, 1), (HospitalAnswer.Down, 1)), random.Next(1, 5));

    private static BilledItem[] Bill(Random random, Care care)
    {
        var items = DemoBill.Priced.ToArray();
        random.Shuffle(items);
        var (lines, most) = care switch
        {
            Care.Outpatient => (random.Next(1, 6), 3),
            Care.Chronic => (random.Next(1, 4), 6),
            Care.Stay => (random.Next(4, 12), 9),
        };
        return [.. items.Take(lines).Select(priced => new BilledItem(priced.Item, new Fen(random.Next(priced.From, priced.To)), random.Next(1, most + 1)))];
    }
}
