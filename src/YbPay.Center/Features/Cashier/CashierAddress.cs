using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using YbPay.Center.Orders;
using YbPay.Center.Partners;
using YbPay.Center.Running;
using YbPay.Center.Vouchers;
using YbPay.Engine.Money;

namespace YbPay.Center.Features.Cashier;

/// <summary>An address whose every part has been checked, save who opens it.</summary>
/// <param name="Key">What makes it this address and no other: its parts, in one spelling.</param>
internal sealed record CheckedAddress(string Key, OrderRow Order, Fen Deposit, string? PayAuthNo)
{
    public override string ToString() => Order.PayOrdId;
}

/// <summary>
/// Reads the addresses that lead to the cashier. Everything in them is hostile: limited before it is looked at, decoded once,
/// each part exactly once and of its own alphabet, then held against ticket, order, partner, institution and person.
/// </summary>
internal sealed class CashierAddress(CenterBooks books, PartnerRegistry partners, VoucherStore vouchers, Credentials credentials)
{
    public const string TicketPart = "t";
    public const string AppIdPart = "chnlAppId";
    public const string DataPart = "chnlEncData";

    private const int LongestQuery = 4096;
    private const int LongestData = 1024;

    /// <summary>6201's cashierUrl with what the hospital adds; null for anything else.</summary>
    public async Task<CheckedAddress?> ReadAsync(HttpRequest request)
    {
        if (TicketOf(request) is not var (payOrdId, mac) || !Credentials.Same(credentials.CashierMac(payOrdId), mac)) return null;
        if (One(request, AppIdPart, 32) is not { } appId || One(request, DataPart, LongestData) is not { } data || !IsHex(data)) return null;
        if (await OrderAsync(payOrdId) is not { } order || order.AppId != appId || partners.Find(appId) is not { } partner) return null;
        if (partner.Keys.DecryptHex(data) is not { } clear || Parse(clear) is not var (payAuthNo, deposit)) return null;
        return new CheckedAddress($"{payOrdId}|{data.ToUpperInvariant()}", order, deposit, payAuthNo);
    }

    /// <summary>6205's medBankPayUrl; null for anything else. The hospital showed the patient's authorisation when it asked for it.</summary>
    public async Task<CheckedAddress?> ReadCardAsync(HttpRequest request)
    {
        if (TicketOf(request) is not var (payOrdId, mac) || await OrderAsync(payOrdId) is not { SettleLeg: { } settleLeg } order) return null;
        return Credentials.Same(credentials.CardMac(payOrdId, settleLeg), mac)
            ? new CheckedAddress($"{payOrdId}|{mac}", order, new Fen(order.DepositAsked), null)
            : null;
    }

    /// <summary>Whether the authorisation in the address is good now and the order's own person's.</summary>
    public async Task<bool> IsPatientsAsync(CheckedAddress address) => address.PayAuthNo is null
        || (await vouchers.FindAsync(VoucherKind.PayAuthNo, address.PayAuthNo) is { } person
            && Credentials.Same(address.Order.PersonIndex, person.Index(books.Cipher)));

    private async Task<OrderRow?> OrderAsync(string payOrdId) =>
        await books.FindOrderAsync(payOrdId) is { } order && partners.OfInstitution(order.OrgCodg) is ({ } partner, { MobilePayment: true }) && partner.AppId == order.AppId
            ? order
            : null;

    /// <summary>payOrdId and MAC. The query is decoded once, by the server; what is still encoded is not of the alphabet.</summary>
    private static (string PayOrdId, string Mac)? TicketOf(HttpRequest request)
    {
        if (request.QueryString.Value is not { Length: <= LongestQuery } || One(request, TicketPart, 80) is not { } ticket) return null;
        var dot = ticket.IndexOf('.', StringComparison.Ordinal);
        if (dot is <= 0 or > 40 || !ticket.AsSpan(0, dot).ContainsOnly(char.IsAsciiLetterOrDigit)) return null;
        var mac = ticket[(dot + 1)..];
        return mac.Length == 32 && IsHex(mac) ? (ticket[..dot], mac) : null;
    }

    private static string? One(HttpRequest request, string part, int longest) =>
        request.Query.TryGetValue(part, out var values) && values is [{ Length: > 0 } value] && value.Length <= longest ? value : null;

    private static bool IsHex(string text) => text.Length % 2 == 0 && text.AsSpan().ContainsOnly(char.IsAsciiHexDigit);

    private static (string PayAuthNo, Fen Deposit)? Parse(byte[] clear)
    {
        try
        {
            using var document = JsonDocument.Parse(clear, new JsonDocumentOptions { MaxDepth = 4 });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || root.EnumerateObject().GroupBy(member => member.Name).Any(same => same.Count() > 1)) return null;
            if (!root.TryGetProperty("payAuthNo", out var no) || no.ValueKind != JsonValueKind.String || no.GetString() is not { Length: > 0 and <= 40 } payAuthNo) return null;
            return DepositOf(root) is { } deposit ? (payAuthNo, deposit) : null;
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException or InvalidOperationException)
        {
            // Not JSON, or text that is not Unicode: such data was not made by the partner.
            return null;
        }
    }

    /// <summary>A number or a numeric text in yuan (ruling C3); absent or empty is nothing.</summary>
    private static Fen? DepositOf(JsonElement root)
    {
        if (!root.TryGetProperty("deposit", out var deposit) || deposit.ValueKind == JsonValueKind.Null) return Fen.Zero;
        var text = deposit.ValueKind switch { JsonValueKind.Number => deposit.GetRawText(), JsonValueKind.String => deposit.GetString(), _ => "-" };
        if (string.IsNullOrEmpty(text)) return Fen.Zero;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) ? Fen.FromYuan(yuan) : null;
    }
}

/// <summary>Texts of one alphabet, tested without an allocation.</summary>
internal static class Alphabet
{
    public static bool ContainsOnly(this ReadOnlySpan<char> text, Func<char, bool> isAllowed)
    {
        foreach (var c in text)
        {
            if (!isAllowed(c)) return false;
        }

        return true;
    }
}
