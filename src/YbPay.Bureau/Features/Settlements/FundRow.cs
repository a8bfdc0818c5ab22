using System.Text.Json;
using System.Text.Json.Serialization;
using YbPay.Engine.Benefits;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>One row of setldetail as stored with its settlement; amounts in fen.</summary>
internal sealed record FundRow(string FundPayType, string Name, long InScope, long Limit, long Amount, string? Process)
{
    /// <summary>The personal account's own row, which equation 6 leaves out.</summary>
    public const string PersonalAccount = "310200";

    public static string Write(BenefitResult result)
    {
        var rows = new List<FundRow>();
        foreach (var fund in result.Funds)
            rows.Add(new FundRow(fund.Grant.FundPayType, fund.Grant.FundName, fund.Base.Value, fund.Limit.Value, fund.Amount.Value, fund.Process));
        if (result.AccountPaid.Value > 0)
            rows.Add(new FundRow(PersonalAccount, "职工基本医疗保险个人账户基金", 0, result.AccountPaid.Value + result.AccountLeft.Value, result.AccountPaid.Value, null));
        return JsonSerializer.Serialize(rows, FundRowForm.Default.ListFundRow);
    }

    public static List<FundRow> Read(string json) =>
        JsonSerializer.Deserialize(json, FundRowForm.Default.ListFundRow) ?? throw new InvalidDataException("A settlement's fund rows are empty.");

    public static string Negated(string json) =>
        JsonSerializer.Serialize([.. Read(json).Select(row => row with { InScope = -row.InScope, Limit = -row.Limit, Amount = -row.Amount })], FundRowForm.Default.ListFundRow);
}

[JsonSerializable(typeof(List<FundRow>))]
internal sealed partial class FundRowForm : JsonSerializerContext;
