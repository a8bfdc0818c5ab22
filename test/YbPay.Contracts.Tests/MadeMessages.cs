using System.Text.Json;
using System.Text.Json.Nodes;
using YbPay.Contracts.Tables;
using YbPay.Testing.Messages;

namespace YbPay.Contracts.Tests;

public sealed class MadeMessages
{
    public static TheoryData<ContractTable> Tables { get; } = [.. Catalogue.All];

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_smallest_and_the_largest_message_bind_and_come_back_the_same(ContractTable table)
    {
        var options = DocumentJson.Of(table);
        foreach (var message in new[] { MessageMaker.Smallest(table), MessageMaker.Largest(table) })
        {
            var bound = JsonSerializer.Deserialize(message.ToJsonString(), options.GetTypeInfo(table.Record));
            var written = JsonSerializer.SerializeToNode(bound, options.GetTypeInfo(table.Record))!.AsObject();
            // An optional list that was left out is written as an empty one.
            foreach (var list in written.Where(member => member.Value is JsonArray { Count: 0 }).ToList()) written.Remove(list.Key);
            JsonNode.DeepEquals(written, message).ShouldBeTrue(written.ToJsonString());
        }
    }
}
