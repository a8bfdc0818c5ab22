using System.Text.Json;
using YbPay.Contracts;
using YbPay.Contracts.Huimin;
using YbPay.Contracts.Tables;
using YbPay.Protocol.Checking;

namespace YbPay.Client;

/// <summary>Clear content held to the document's table.</summary>
internal static class HuiminContent
{
    /// <summary>The platform's answer; one with a problem proves nothing about the effect.</summary>
    public static T Bind<T>(byte[]? clear)
        where T : Contract => Read(clear ?? "{}"u8.ToArray(), Catalogue.For<T>(), HuiminJson.Read<T>, YbPayException.UntrustedPlatform);

    public static T Read<T>(byte[] clear, ContractTable table, Func<JsonElement, T> bind, Func<string, YbPayException> fail)
    {
        try
        {
            using var document = JsonDocument.Parse(clear);
            var problems = CatalogueCheck.Check(table, document.RootElement).Where(problem => !problem.IsWarning).Select(problem => $"{problem.Path} {problem.Rule}").ToList();
            return problems.Count == 0 ? bind(document.RootElement) : throw fail($"业务数据不符合接口规范（{string.Join("、", problems)}）");
        }
        catch (JsonException)
        {
            throw fail("业务数据不是所要求的 JSON");
        }
    }
}
