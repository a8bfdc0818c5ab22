using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Tests;

/// <summary>The generated tables and the JSON of the records are two readings of the same attributes.</summary>
public sealed class TablesAndJson
{
    public static TheoryData<ContractTable> Tables { get; } = [.. Catalogue.All];

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_names_its_fields_as_the_JSON_does(ContractTable table)
    {
        var info = DocumentJson.Of(table).GetTypeInfo(table.Record);
        table.Rows.Select(row => row.Name).ShouldBe(info.Properties.Select(property => property.Name));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_requires_what_binding_requires(ContractTable table)
    {
        var info = DocumentJson.Of(table).GetTypeInfo(table.Record);
        table.Rows.Where(row => row.IsRequired).Select(row => row.Name)
            .ShouldBe(info.Properties.Where(property => property.IsRequired).Select(property => property.Name));
    }
}
