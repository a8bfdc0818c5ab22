using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Protocol;

namespace YbPay.Sandbox.Bank;

/// <summary>What a bank does with every request: size, signature, JSON; then the reply.</summary>
internal static class BankDoor
{
    private const int LargestBody = 64 * 1024;

    /// <param name="largest">Bytes of a body beyond which it is refused unread.</param>
    public static RequestDelegate Signed<T>(Func<BankMerchant, T, CancellationToken, Task<BankReply>> handle, int largest = LargestBody) => Signed(largest, async (merchant, context, body) =>
    {
        T? wanted;
        try
        {
            wanted = JsonSerializer.Deserialize<T>(body, BankJson.Options);
        }
        catch (JsonException problem)
        {
            return BankReply.Invalid($"请求不是所要求的 JSON（{problem.Path ?? "$"}）");
        }

        return wanted is null ? BankReply.Invalid("请求为空") : await handle(merchant, wanted, context.RequestAborted);
    });

    public static RequestDelegate Signed(Func<BankMerchant, HttpContext, Task<BankReply>> handle) => Signed(LargestBody, (merchant, context, _) => handle(merchant, context));

    private static RequestDelegate Signed(int largest, Func<BankMerchant, HttpContext, byte[], Task<BankReply>> handle) => async context =>
    {
        var reply = await MessageBody.ReadAsync(context.Request.Body, context.Request.ContentLength, largest, context.RequestAborted) is { } body
            ? await CheckedAsync(context, body, handle)
            : BankReply.Refuse(StatusCodes.Status413PayloadTooLarge, "TOO_LARGE", "请求过大");
        context.Response.StatusCode = reply.Status;
        await context.Response.WriteAsJsonAsync(reply.Body, reply.Body.GetType(), BankJson.Options, context.RequestAborted);
    };

    private static Task<BankReply> CheckedAsync(HttpContext context, byte[] body, Func<BankMerchant, HttpContext, byte[], Task<BankReply>> handle)
    {
        var request = context.Request;
        var merchant = context.RequestServices.GetRequiredService<BankSignature>().Check(
            request.Headers[BankSignature.MerchantHeader], request.Headers[BankSignature.SignatureHeader], request.Method, request.Path.ToUriComponent(), body);
        return merchant is null
            ? Task.FromResult(BankReply.Refuse(StatusCodes.Status401Unauthorized, "SIGNATURE", "签名不正确"))
            : handle(merchant, context, body);
    }
}
