using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Tables;
using YbPay.Testing.Messages;

namespace YbPay.Contracts.Tests;

/// <summary>Senders leave an optional field out in several ways; each binds as absent.</summary>
public sealed class AbsentFields
{
    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("[]")]
    public void Every_optional_field_of_every_contract_binds_from(string nothing)
    {
        foreach (var table in Catalogue.All.DistinctBy(table => table.Record))
        foreach (var row in table.Rows.Where(row => !row.IsRequired))
        {
            var message = MessageMaker.Smallest(table);
            message[row.Name] = JsonNode.Parse(nothing);
            var options = DocumentJson.Of(table);
            Should.NotThrow(() => JsonSerializer.Deserialize(message.ToJsonString(), options.GetTypeInfo(table.Record)), $"{table.Code} {row.Name}");
        }
    }

    [Fact]
    public void An_absent_list_is_empty() =>
        FsiJson.Read<QueryPersonReply>(Encoding.UTF8.GetBytes(
            """{"baseinfo":{"psn_no":"P","psn_cert_type":"01","certno":"C","psn_name":"N","gend":"1","brdy":"1980-01-01","age":44.5},"insuinfo":"","idetinfo":null}"""))
            .ShouldSatisfyAllConditions(reply => reply.Insuinfo.ShouldBeEmpty(), reply => reply.Idetinfo.ShouldBeEmpty());

    [Fact]
    public void An_empty_text_is_absent() =>
        MobileJson.Read<RefundReply>(Encoding.UTF8.GetBytes("""{"refdSn":"R","hiFefdSn":"","refStatus":"SUCC"}""")).HiFefdSn.ShouldBeNull();
}
