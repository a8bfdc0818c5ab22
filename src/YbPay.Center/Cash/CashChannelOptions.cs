using YbPay.Center.Cash.UnionPay;
using YbPay.Center.Cash.WeChat;

namespace YbPay.Center.Cash;

/// <summary>The ways to take cash that this centre knows.</summary>
public enum CashChannelKind
{
    /// <summary>BANK: JSON over HTTP with HMAC-SM3, as the sandbox's bank speaks it.</summary>
    Bank,

    /// <summary>WX: WeChat Pay API v3.</summary>
    WeChat,

    /// <summary>CARD: bank cards through UnionPay's gateway.</summary>
    UnionPay,
}

/// <summary>Which channel takes the cash: one for all, or another for some institutions. 6205 goes to UnionPay wherever that is configured.</summary>
public sealed class CashChannelOptions
{
    public CashChannelKind Kind { get; set; } = CashChannelKind.Bank;

    /// <summary>orgCodg to the channel of that institution, where it is not <see cref="Kind"/>.</summary>
    public IDictionary<string, CashChannelKind> ByInstitution { get; } = new Dictionary<string, CashChannelKind>(StringComparer.Ordinal);

    /// <summary>Null: there is no WX.</summary>
    public WeChatOptions? WeChat { get; set; }

    /// <summary>Null: there is no CARD.</summary>
    public UnionPayOptions? UnionPay { get; set; }
}
