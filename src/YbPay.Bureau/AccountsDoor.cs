using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Bureau.Door;
using YbPay.Engine.Ledger;
using YbPay.Hosting;

namespace YbPay.Bureau;

/// <summary>
/// <c>POST /internal/accounts</c> with <c>{"psnNo"}</c>, for operators: the person's own accounts and the family's that the person may use, each with its
/// statement (<see cref="BureauAccounts.OfAsync"/>). Amounts are fen. Who is asked for stands in the body, so that no log of addresses names anybody.
/// </summary>
public static class AccountsDoor
{
    /// <summary>Where the door is.</summary>
    public const string Path = "/internal/accounts";

    /// <summary>How the answer is read again; throws <see cref="JsonException"/> for what is none.</summary>
    public static IReadOnlyList<AccountSheet> Read(ReadOnlySpan<byte> answer) => JsonSerializer.Deserialize(answer, AccountsJson.Default.AccountSheetArray) ?? throw new JsonException("The answer is null.");

    internal static async Task HandleAsync(HttpContext http)
    {
        if (!InternalDoor.Opens(http, http.RequestServices.GetRequiredService<BureauOptions>().InternalToken)) return;
        if (await AskedAsync(http) is not { Length: > 0 } psnNo)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var statements = await http.RequestServices.GetRequiredService<BureauAccounts>().OfAsync(psnNo, http.RequestAborted);
        AccountSheet[] sheets =
        [
            .. statements.Select(statement => new AccountSheet(
                statement.AccountId, statement.Kind, statement.BankName, statement.MaskedNumber, statement.Balance.Value, statement.Frozen.Value, statement.Held.Value,
                [.. statement.Movements.Select(moved => new AccountSheetRow(moved.Reason, moved.Reference, moved.Change.Value, moved.Balance.Value, moved.At.ToUnixTimeMilliseconds()))])),
        ];
        await http.Response.WriteAsJsonAsync(sheets, AccountsJson.Default.AccountSheetArray, cancellationToken: http.RequestAborted);
    }

    private static async Task<string?> AskedAsync(HttpContext http)
    {
        try
        {
            return (await http.Request.ReadFromJsonAsync(AccountsJson.Default.AccountsAsked, http.RequestAborted))?.PsnNo;
        }
        catch (JsonException)
        {
            return null; // no JSON names nobody
        }
    }
}

/// <summary>An account's statement on the wire, in fen, oldest row first.</summary>
public sealed record AccountSheet(
    string AccountId, AccountKind Kind, string BankName, string MaskedNumber, long Balance, long Frozen, long Held, IReadOnlyList<AccountSheetRow> Rows);

/// <summary>One row of a statement; <paramref name="At"/> in milliseconds since 1970 UTC.</summary>
/// <param name="Reason">As in <see cref="AccountMovement"/>.</param>
/// <param name="Balance">After it.</param>
public sealed record AccountSheetRow(string Reason, string Reference, long Change, long Balance, long At);

internal sealed record AccountsAsked(string? PsnNo)
{
    public override string ToString() => "***";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AccountsAsked))]
[JsonSerializable(typeof(AccountSheet[]))]
internal sealed partial class AccountsJson : JsonSerializerContext;
