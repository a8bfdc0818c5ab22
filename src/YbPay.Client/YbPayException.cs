using YbPay.Contracts.Outcomes;

namespace YbPay.Client;

/// <summary>
/// The centre said no, or could not be asked. Look at three things in this order:
/// <list type="number">
/// <item><see cref="OutcomeUnknown"/>: the request may have had its effect. Do not repeat it with a new number; ask with
/// <see cref="IYbPayClient.QueryOrderAsync"/> (a refund: send it again with the same appRefdSn).</item>
/// <item><see cref="MayRetry"/>: the same request may be sent again later.</item>
/// <item><see cref="RefusalCode"/> and <see cref="Exception.Message"/>: why, for the clerk; the table is docs/reference/refusals.md.</item>
/// </list>
/// Holds nothing personal: it may be logged.
/// </summary>
public sealed class YbPayException : Exception
{
    internal YbPayException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>The centre's <c>code</c>; null when there is no answer that can be trusted.</summary>
    public int? RefusalCode { get; internal init; }

    /// <summary>The huimin platform's rtCode, such as 1000 or 5501; null elsewhere and when there is no answer that can be trusted.</summary>
    public string? RtCode { get; internal init; }

    /// <summary>The refusal's name, such as <c>RefundTooBig</c>, or the code that a core puts in front of its err_msg; null when there is none or this version's table does not know it.</summary>
    public string? RefusalName { get; internal init; }

    /// <summary>The centre's own number for this request (<c>X-Trace-Id</c>): quote it when you ask the centre.</summary>
    public string? TraceId { get; internal init; }

    /// <summary>True when the same request, unchanged, can succeed later.</summary>
    public bool MayRetry { get; internal init; }

    /// <summary>True when nobody knows yet whether the request had its effect.</summary>
    public bool OutcomeUnknown { get; internal init; }

    internal static YbPayException Refused(int code, string? message, string? traceId)
    {
        var known = KnownRefusals.Find(code);
        return new(string.IsNullOrEmpty(message) ? known?.Message ?? $"支付中心拒绝（{code}）" : message)
        {
            RefusalCode = code,
            RefusalName = known?.Name,
            TraceId = traceId,
            MayRetry = known?.MayRetry ?? false,
            OutcomeUnknown = known == Refusals.CoreSilent || known == Refusals.StillWorking,
        };
    }

    /// <summary>"[CODE] text" of a core that names its refusals, or the text of one that does not.</summary>
    internal static YbPayException RefusedByCore(string? errMsg)
    {
        var text = errMsg ?? "";
        var end = text.IndexOf(']', StringComparison.Ordinal);
        var isNamed = text.StartsWith('[') && end > 1;
        var why = isNamed ? text[(end + 1)..].Trim() : text;
        return new(why.Length == 0 ? "医保核心拒绝" : why) { RefusalName = isNamed ? text[1..end] : null };
    }

    internal static YbPayException UntrustedCore(string why) => new("医保核心的应答无法确认：" + why) { OutcomeUnknown = true };

    /// <summary>There was an answer, but it proves nothing: the effect is unknown.</summary>
    internal static YbPayException Untrusted(string why, string? traceId) => new("支付中心的应答无法确认：" + why) { TraceId = traceId, OutcomeUnknown = true };

    /// <summary>A signed refusal. 9999 is the platform's own failure, of which nobody knows how far it came; a discharge that ended with 5502 is resumed by the same request.</summary>
    internal static YbPayException RefusedByPlatform(string rtCode, string rtMsg) => new(rtMsg.Length == 0 ? $"惠民平台拒绝（{rtCode}）" : rtMsg)
    {
        RtCode = rtCode,
        MayRetry = rtCode is "5502" or "9999",
        OutcomeUnknown = rtCode == "9999",
    };

    internal static YbPayException UntrustedPlatform(string why) => new("惠民平台的应答无法确认：" + why) { OutcomeUnknown = true };
}
