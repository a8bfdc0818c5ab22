using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using YbPay.Cryptography;
using YbPay.Protocol.Outgoing;

namespace YbPay.Bureau.Accounts;

/// <summary>The account bank over HTTP: JSON, amounts in fen, each request signed with HMAC-SM3 over method, path and body.</summary>
internal sealed class HttpAccountBank(AccountBankSettings settings) : IAccountBank, IDisposable
{
    private const int LongestText = 200;

    private readonly HmacSm3 mac = new(Encoding.UTF8.GetBytes(settings.Secret));

    private readonly HttpClient http = OutgoingHttp.Client(settings.BaseUrl, settings.Timeout);

    public Task<BankWord> DeductAsync(BankOrder order, CancellationToken cancel) => OrderAsync("/accounts/deductions", order, cancel);

    public Task<BankWord> CreditAsync(BankOrder order, CancellationToken cancel) => OrderAsync("/accounts/credits", order, cancel);

    public Task<BankWord> QueryAsync(string number, CancellationToken cancel) => SendAsync(
        HttpMethod.Get, $"/accounts/orders/{Uri.EscapeDataString(number)}", [],
        (status, body) => status == HttpStatusCode.NotFound && Read(body)?.Code == "UNKNOWN" ? new BankWord.NeverHeard()
            : status == HttpStatusCode.OK && Read(body) is { } reply && reply.Number == number ? Word(reply)
            : new BankWord.Unknown($"HTTP {(int)status}"),
        cancel);

    public void Dispose()
    {
        http.Dispose();
        mac.Dispose();
    }

    private Task<BankWord> OrderAsync(string path, BankOrder order, CancellationToken cancel)
    {
        var wanted = new BankRequest(order.Number, order.Account.Reveal(), order.Amount.Value, order.Purpose);
        return SendAsync(
            HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(wanted, AccountBankJson.Default.BankRequest),
            (status, body) => (int)status switch
            {
                200 when Read(body) is { Status: "REFUSED" } refused => Word(refused),
                200 when Read(body) is { } reply && reply.Number == order.Number && reply.Amount == order.Amount.Value => Word(reply),
                // Turned away before its books were looked at; 409 means that the number is used for something else, which needs a look.
                >= 400 and < 500 and not 409 => new BankWord.NotSent($"HTTP {(int)status}"),
                _ => new BankWord.Unknown($"HTTP {(int)status}"),
            },
            cancel);
    }

    private async Task<BankWord> SendAsync(HttpMethod method, string path, byte[] body, Func<HttpStatusCode, byte[], BankWord> read, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, path.TrimStart('/'));
        request.Headers.Add("X-Bank-Merchant", settings.Core);
        request.Headers.Add("X-Bank-Signature", Convert.ToHexStringLower(mac.Compute([.. Encoding.UTF8.GetBytes($"{method.Method}\n{path}\n"), .. body])));
        if (method == HttpMethod.Post)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new("application/json");
        }

        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancel);
            return read(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancel));
        }
        catch (HttpRequestException e) when (OutgoingHttp.NeverLeft(e))
        {
            return new BankWord.NotSent(e.HttpRequestError.ToString());
        }
        catch (HttpRequestException e)
        {
            return new BankWord.Unknown(e.HttpRequestError.ToString());
        }
        catch (OperationCanceledException)
        {
            return new BankWord.Unknown("no answer in time");
        }
        catch (IOException)
        {
            return new BankWord.Unknown("connection lost");
        }
    }

    private static BankWord Word(BankAnswer reply) => reply switch
    {
        { Status: "DONE", BankNo: { Length: > 0 } reference } => new BankWord.Done(reference),
        { Status: "REFUSED" } => new BankWord.Refused(reply.Message is { Length: > 0 } text ? text[..Math.Min(LongestText, text.Length)] : "银行拒绝"),
        _ => new BankWord.Unknown("an answer that is none"),
    };

    /// <summary>Null for what is no JSON of the bank's.</summary>
    private static BankAnswer? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, AccountBankJson.Default.BankAnswer);
        }
        catch (JsonException)
        {
            return null; // the caller then says that nobody knows
        }
    }
}

/// <summary>Prints without the account.</summary>
internal sealed record BankRequest(string Number, string AccountNo, long Amount, string Purpose)
{
    public override string ToString() => $"order {Number}";
}

internal sealed record BankAnswer(string? Number, long Amount, string? Status, string? BankNo, string? Message, string? Code);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BankRequest))]
[JsonSerializable(typeof(BankAnswer))]
internal sealed partial class AccountBankJson : JsonSerializerContext;
