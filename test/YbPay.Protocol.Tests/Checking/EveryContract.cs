using System.Text.Json;
using System.Text.Json.Nodes;
using YbPay.Contracts.Tables;
using YbPay.Protocol.Checking;
using YbPay.Testing.Messages;

namespace YbPay.Protocol.Tests.Checking;

/// <summary>From the tables alone: what is valid passes and binds, what is broken in one way is told at its place.</summary>
public class EveryContract
{
    public static TheoryData<string> Tables => [.. Catalogue.All.Select(NameOf)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_smallest_and_the_largest_message_pass_and_bind(string table)
    {
        foreach (var message in (JsonObject[])[MessageMaker.Smallest(Of(table)), MessageMaker.Largest(Of(table))])
        {
            Errors(Of(table), message).ShouldBeEmpty();
            var options = DocumentJson.Of(Of(table));
            Should.NotThrow(() => message.Deserialize(options.GetTypeInfo(Of(table).Record)));
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Each_single_break_is_told_at_its_place_and_nothing_else_is(string table)
    {
        foreach (var broken in MessageMaker.Broken(Of(table)))
            Errors(Of(table), broken.Message).ShouldBe([$"{broken.Path} {broken.Rule}"], broken.ToString());
    }

    private static string[] Errors(ContractTable table, JsonObject message) =>
        [.. CatalogueCheck.Check(table, JsonDocument.Parse(message.ToJsonString()).RootElement).Where(p => !p.IsWarning).Select(p => $"{p.Path} {p.Rule}")];

    private static ContractTable Of(string name) => Catalogue.All.First(table => NameOf(table) == name);

    private static string NameOf(ContractTable table) => $"{table.Document} {table.Code} {table.Kind} {table.Node}";
}
