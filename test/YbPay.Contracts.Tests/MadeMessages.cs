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
            LeaveOutEmptyLists(written);
            JsonNode.DeepEquals(written, message).ShouldBeTrue(written.ToJsonString());
        }
    }

    private static void LeaveOutEmptyLists(JsonNode? node)
    {
        if (node is JsonArray elements)
            foreach (var element in elements) LeaveOutEmptyLists(element);
        if (node is not JsonObject members) return;
        foreach (var list in members.Where(member => member.Value is JsonArray { Count: 0 }).ToList()) members.Remove(list.Key);
        foreach (var member in members) LeaveOutEmptyLists(member.Value);
    }
}
