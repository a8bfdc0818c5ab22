using YbPay.Bureau.Persons;
using YbPay.Engine.Money;

namespace YbPay.Bureau.Features.Reconciliation;

/// <summary>Compares an institution's rows with the core's: each row of either side once, with its verdict.</summary>
internal sealed class DetailComparison(PersonCipher cipher)
{
    public const string Equal = "000000";
    public const string OnlyAtCore = "000101";
    public const string OnlyAtInstitution = "000102";
    public const string Differs = "000103";

    /// <summary>Sent rows in their order with our setl_id filled in, then what only the core has.</summary>
    public List<StatementRow> Compare(IReadOnlyList<StatementRow> sent, IReadOnlyList<PeriodRow> core)
    {
        var bySetlId = core.ToDictionary(row => row.SetlId);
        var byMsgid = core.ToDictionary(row => row.Msgid);
        var matched = new HashSet<string>();
        var verdicts = new List<StatementRow>(sent.Count);
        foreach (var row in sent)
        {
            var found = row.SetlId.Length > 0 ? bySetlId.GetValueOrDefault(row.SetlId) : byMsgid.GetValueOrDefault(row.Msgid);
            verdicts.Add(found is null || !matched.Add(found.SetlId) ? row with { Result = OnlyAtInstitution } : Verdict(row, found));
        }

        verdicts.AddRange(core.Where(row => !matched.Contains(row.SetlId)).Select(CoreOnly));
        return verdicts;
    }

    private StatementRow Verdict(StatementRow sent, PeriodRow core)
    {
        var differences = new List<string>();
        if (sent.PsnNo.Length > 0 && cipher.Key(sent.PsnNo) != core.PersonKey) differences.Add("人员编号");
        if (sent.MdtrtId.Length > 0 && sent.MdtrtId != core.MdtrtId) differences.Add("就诊ID");
        if (sent.Refunded != core.Refunded) differences.Add("退费标志");
        if (sent.Medfee.Value != core.Medfee) differences.Add("医疗费总额");
        if (sent.Fund.Value != core.FundSum) differences.Add("基金支付总额");
        if (sent.Account.Value != core.AccountPaid) differences.Add("个人账户支出");
        return sent with
        {
            SetlId = core.SetlId,
            Msgid = core.Msgid,
            Result = differences.Count == 0 ? Equal : Differs,
            Memo = differences.Count == 0 ? "" : string.Join('、', differences) + "不一致",
        };
    }

    private StatementRow CoreOnly(PeriodRow row) => new()
    {
        PsnNo = cipher.Open(row.Profile).PsnNo,
        MdtrtId = row.MdtrtId,
        SetlId = row.SetlId,
        Msgid = row.Msgid,
        Result = OnlyAtCore,
        Refunded = row.Refunded,
        Medfee = new Fen(row.Medfee),
        Fund = new Fen(row.FundSum),
        Account = new Fen(row.AccountPaid),
    };
}
