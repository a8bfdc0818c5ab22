using System.Text.Json;
using YbPay.Contracts.Tables;
using YbPay.Protocol.Checking;
using YbPay.Testing.Messages;

namespace YbPay.Contracts.Tests;

/// <summary>For every message of the catalogue: the smallest passes, the largest passes, and each single break is told at its path.</summary>
public sealed class MadeMessagesChecked
{
    public static TheoryData<ContractTable> Tables { get; } = [.. MessageTables.All];

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_smallest_and_the_largest_message_pass(ContractTable table)
    {
        CatalogueCheck.Check(table, JsonSerializer.SerializeToElement(MessageMaker.Smallest(table))).ShouldBeEmpty();
        CatalogueCheck.Check(table, JsonSerializer.SerializeToElement(MessageMaker.Largest(table))).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Each_single_break_is_reported_at_its_path_and_nowhere_else(ContractTable table)
    {
        foreach (var broken in MessageMaker.Broken(table))
        {
            var problem = CatalogueCheck.Check(table, JsonSerializer.SerializeToElement(broken.Message)).ShouldHaveSingleItem(broken.ToString());
            (problem.Path, problem.Rule.ToString()).ShouldBe((broken.Path, broken.Rule));
        }
    }
}
