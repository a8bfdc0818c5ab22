using YbPay.Bureau.Tests.Hosting;
using YbPay.Engine.Benefits;

namespace YbPay.Bureau.Tests;

/// <summary>The invented people and items look like real ones and are all usable.</summary>
public sealed class DefaultSeed
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    [Fact]
    public void Identity_numbers_carry_birth_sex_and_check_digit()
    {
        BureauSeed.Default.Persons.Count.ShouldBe(6);
        foreach (var person in BureauSeed.Default.Persons)
        {
            var number = person.CertNo.Reveal();
            number.Length.ShouldBe(18);
            number[6..14].ShouldBe(person.Birth.ToString("yyyyMMdd", null));
            ((number[16] - '0') % 2).ShouldBe(person.Gender == "1" ? 1 : 0);
            number[17].ShouldBe("10X98765432"[Weights.Select((weight, i) => weight * (number[i] - '0')).Sum() % 11]);
        }
    }

    [Fact]
    public void Everybody_has_outpatient_and_inpatient_benefits_at_every_institution()
    {
        var policy = BenefitPolicy.Shipped("440100");
        foreach (var person in BureauSeed.Default.Persons)
        foreach (var insurance in person.Insurances)
        foreach (var institution in BureauSeed.Default.Institutions)
        foreach (var medType in new[] { "11", "21" })
            policy.Find(insurance.Insutype, person.PsnType, medType, institution.Level).ShouldNotBeNull($"{insurance.Insutype} {person.PsnType} {medType} {institution.Level}");
    }

    [Fact]
    public void Codes_have_the_printed_lengths_and_are_unique()
    {
        var seed = BureauSeed.Default;
        seed.Institutions.ShouldAllBe(institution => institution.Code.Length == 12);
        seed.Items.Count.ShouldBeGreaterThanOrEqualTo(25);
        seed.Items.ShouldAllBe(item => item.Code.Length <= 50 && item.Class >= 1 && item.Class <= 3 && item.FirstOwnShare >= 0 && item.FirstOwnShare <= 10_000);
        seed.Items.Select(item => item.Code).ShouldBeUnique();
        seed.Persons.Select(person => person.PsnNo.Reveal()).ShouldBeUnique();
        seed.Items.Select(item => item.Class).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void A_seeded_person_prints_nothing_of_itself()
    {
        var person = BureauSeed.Default.Persons[0];
        var text = person.ToString();
        text.ShouldNotContain(person.CertNo.Reveal());
        text.ShouldNotContain(person.Name.Reveal());
        text.ShouldNotContain("1986");
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Seeding_again_changes_no_balance(string database)
    {
        await using var host = await BureauHost.StartAsync(database);
        var patient = Patient.Of(await host.SignInAsync(), 0);
        await patient.RegisterAsync();
        await patient.UploadAsync("B1", ("1", SeedItems.ClassC, 50m, 1m));
        await patient.SettleAsync("B1", 50m);
        await using var second = await host.StartAnotherAsync();
        var at = new TestInstitution(second, TestInstitution.Hospital);
        at.Skip(1_000);
        await at.SignInAsync();
        var again = Patient.Of(at, 0);
        (await again.BalanceAsync()).ShouldBe(306.80m);
    }
}
