using System.Text.Json;
using YbPay.Contracts.Dictionaries;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Tables;
using YbPay.Protocol.Checking;

namespace YbPay.Contracts.Tests;

public sealed class CodeTablesHold
{
    [Fact]
    public void Every_dictionary_that_a_contract_cites_exists() =>
        Catalogue.All.SelectMany(table => table.Rows).Select(row => row.Dictionary).OfType<string>().Distinct()
            .Where(name => CodeTables.Find(name) is null).ShouldBeEmpty();

    [Fact]
    public void No_code_has_two_meanings_in_one_region()
    {
        foreach (var table in CodeTables.All)
            table.Entries.GroupBy(entry => (entry.Code, entry.Region)).Where(group => group.Count() > 1).ShouldBeEmpty(table.Name);
    }

    [Fact]
    public void Every_code_fits_every_field_that_cites_its_table()
    {
        foreach (var row in Catalogue.All.SelectMany(table => table.Rows).Where(row => row.Dictionary is not null))
        {
            var national = CodeTables.Find(row.Dictionary!)!.Entries.Where(entry => entry is { Region: null, Unverified: false, Code.Length: > 0 });
            national.Count(entry => entry.Code.Length <= row.MaxLength).ShouldBePositive($"{row.Name} has no room for any code of {row.Dictionary}");
        }
    }

    [Fact]
    public void A_local_code_means_what_its_region_says()
    {
        MedType.Table.Find("9903", "500100")!.Name.ShouldBe("儿童两病门诊");
        MedType.Table.Find("9903", "430100")!.Name.ShouldBe("意外伤害门诊");
        MedType.Table.Find("9903", "440100").ShouldBeNull();
        MedType.Table.Find("9903").ShouldBeNull();
        MedType.Table.IsKnownAnywhere("9903").ShouldBeTrue();
    }

    [Fact]
    public void A_region_may_give_a_national_code_another_meaning()
    {
        MedType.Table.Find("15", "430100")!.Name.ShouldBe("门诊统筹");
        MedType.Table.Find("15", "440100")!.Name.ShouldBe("特药");
    }

    [Fact]
    public void Both_spellings_of_the_catalogue_class_are_read()
    {
        ChrgitmLv.Table.Find("1")!.Name.ShouldBe("甲类");
        ChrgitmLv.Table.Find("01")!.Unverified.ShouldBeTrue();
    }

    [Fact]
    public void Order_states_0_to_16_are_all_named() =>
        Enumerable.Range(0, 17).Where(state => OrdStas.Table.Find($"{state}") is null).ShouldBeEmpty();

    [Fact]
    public void An_unknown_code_is_a_warning_and_never_an_error()
    {
        var table = Catalogue.For<QueryOrderReply>();
        Check("""{"ordStas":"22","payOrdId":"ORD1"}""").ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(problem => problem.IsWarning.ShouldBeTrue(), problem => problem.Rule.ShouldBe(CheckRule.NotInDictionary));
        // 17 is unverified, and yet known.
        Check("""{"ordStas":"17","payOrdId":"ORD1"}""").ShouldBeEmpty();

        IReadOnlyList<CheckProblem> Check(string json) => CatalogueCheck.Check(table, JsonDocument.Parse(json).RootElement);
    }
}
