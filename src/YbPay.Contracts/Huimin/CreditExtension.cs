using System.Text;
using System.Text.Json;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>What extParams holds when a commercial insurer pays too; amounts in fen. Document 清远医保惠民平台 2.74, version notes 2.1 and 2.4; ruling D7.</summary>
[Contract("huimin", "HOS00003", "request", "extParams", "支付", Printed = false)]
[Contract("huimin", "HOST0014", "request", "extParams", "出院结算试算", Printed = false)]
public sealed record CreditExtension : Contract
{
    [Text(128, "就诊流水号")]    public required string TreatmentSerialNo    { get; init; }
    [Text(30, "结算号")]         public required string SetlId               { get; init; }
    [Fen(11, "社保统筹总金额")]  public          long?  SocialInsuranceTotal { get; init; }
    [Fen(11, "第三方支付金额")]  public          long?  ThirdpartyPayTotal   { get; init; }

    /// <summary>Null when no commercial insurance is meant: no content, free text, or an object that names no visit.</summary>
    /// <exception cref="JsonException">The content names a visit and is not whole; <see cref="IsWhole"/> tells beforehand.</exception>
    public static CreditExtension? Of(ExpandedContent? content) =>
        content?.Text("treatmentSerialNo") is null ? null : HuiminJson.Read<CreditExtension>(Encoding.UTF8.GetBytes(content.Json));

    /// <summary>True when <see cref="Of"/> understands the content: it names no visit, or the visit, its settlement and whole amounts in fen that are not negative.</summary>
    public static bool IsWhole(ExpandedContent? content)
    {
        try
        {
            return Of(content) is not { } read || (read.SetlId.Length > 0 && read is { SocialInsuranceTotal: null or >= 0, ThirdpartyPayTotal: null or >= 0 });
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The content as a JSON text, as printed.</summary>
    public ExpandedContent ToContent() => ExpandedContent.OfText(Encoding.UTF8.GetString(HuiminJson.Write(this)));
}
