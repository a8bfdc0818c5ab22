namespace YbPay.Sandbox.Bank;

/// <summary>What the bank demands of a request before it looks at its books; Chinese, for the merchant's developer.</summary>
internal static class BankChecks
{
    private const int LongestNumber = 64;

    public static string? Problem(CreatePayment wanted, long now)
    {
        if (NumberProblem("outTradeNo", wanted.OutTradeNo) is { } number) return number;
        if (NumberProblem("payOrdId", wanted.PayOrdId) is { } order) return order;
        if (wanted.Amount <= 0) return "amount 须为正整数（分）";
        if (wanted.Subject.Length is 0 or > 128) return "subject 长度须为 1 至 128";
        if (wanted.ExpireAt <= now) return "expireAt 已过";
        return AddressProblem("notifyUrl", wanted.NotifyUrl) ?? AddressProblem("returnUrl", wanted.ReturnUrl);
    }

    public static string? Problem(CreateRefund wanted)
    {
        if (NumberProblem("outRefundNo", wanted.OutRefundNo) is { } number) return number;
        if (wanted.Amount <= 0) return "amount 须为正整数（分）";
        return wanted.Reason.Length > 128 ? "reason 过长" : null;
    }

    private static string? NumberProblem(string name, string value) =>
        value.Length is 0 or > LongestNumber || !value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? $"{name} 须为 1 至 {LongestNumber} 位字母、数字、- 或 _"
            : null;

    private static string? AddressProblem(string name, string? value) =>
        value is null || (Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") ? null : $"{name} 须为完整的 http(s) 地址";
}
