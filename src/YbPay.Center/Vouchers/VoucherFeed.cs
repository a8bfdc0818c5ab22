using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using YbPay.Center.Pipeline;
using YbPay.Center.Running;
using YbPay.Contracts;
using YbPay.Hosting;
using YbPay.Protocol;

namespace YbPay.Center.Vouchers;

/// <summary>What the national platform says when a patient asks for a credential.</summary>
internal sealed record VoucherOrder(string? PsnNo, string? Kind, string? IdNo, string? IdType, string? UserName, string? InsuplcAdmdvs)
{
    public override string ToString() => "***";
}

internal sealed record VoucherIssued(string Value, string ExpiresAt);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(VoucherOrder))]
[JsonSerializable(typeof(VoucherIssued))]
internal sealed partial class VoucherJson : JsonSerializerContext;

/// <summary>
/// Where the national credential platform has credentials issued: <c>POST /internal/vouchers</c> under a shared secret.
/// Without a configured secret the address answers 404.
/// </summary>
internal sealed class VoucherFeed(VoucherStore vouchers, CenterOptions options)
{
    public const string Path = "/internal/vouchers";

    public async Task HandleAsync(HttpContext http)
    {
        if (!InternalDoor.Opens(http, options.InternalToken)) return;
        if (await ReadAsync(http) is not { } order || PersonOf(order) is not { } person || KindOf(order.Kind) is not { } kind)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var issued = (await vouchers.IssueAsync(person, kind))[0];
        await http.Response.WriteAsJsonAsync(
            new VoucherIssued(issued.Value, ChinaTime.Iso(issued.ExpiresAt)),
            VoucherJson.Default.VoucherIssued, cancellationToken: http.RequestAborted);
    }

    private static async Task<VoucherOrder?> ReadAsync(HttpContext http)
    {
        var body = await MessageBody.ReadAsync(http.Request.Body, http.Request.ContentLength, 16 * 1024, http.RequestAborted);
        try
        {
            return body is null ? null : JsonSerializer.Deserialize(body, VoucherJson.Default.VoucherOrder);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Person? PersonOf(VoucherOrder order) =>
        order is { PsnNo: { Length: > 0 } psnNo, IdNo: { Length: > 0 } idNo, IdType: { Length: > 0 } idType, UserName: { Length: > 0 } name, InsuplcAdmdvs: { Length: > 0 } region }
            ? new Person(new Personal(psnNo), new Personal(idNo), idType, new Personal(name), region)
            : null;

    private static VoucherKind? KindOf(string? kind) => kind switch
    {
        "qrCode" => VoucherKind.QrCode,
        "ecToken" => VoucherKind.EcToken,
        "payAuthNo" => VoucherKind.PayAuthNo,
        _ => null,
    };
}
