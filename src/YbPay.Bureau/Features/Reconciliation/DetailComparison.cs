using YbPay.Bureau.Features.Settlements;
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

    /// <summary>Numbers under which the core has nothing in these days: what is asked for elsewhere.</summary>
    public static IReadOnlyList<string> NotFound(IReadOnlyList<StatementRow> sent, IReadOnlyList<PeriodRow> core)
    {
        var known = new HashSet<string>(core.SelectMany(row => new[] { row.SetlId, row.Msgid }));
        return [.. sent.Where(row => !known.Contains(row.SetlId) && !known.Contains(row.Msgid)).SelectMany(row => new[] { row.SetlId, row.Msgid }).Where(number => number.Length > 0).Distinct()];
    }

    /// <summary>Sent rows in their order with our setl_id filled in, then what only the core has.</summary>
    /// <param name="elsewhere">What the core has of the institution beyond these days and this clearing category.</param>
    public List<StatementRow> Compare(IReadOnlyList<StatementRow> sent, IReadOnlyList<PeriodRow> core, IReadOnlyList<ElsewhereRow> elsewhere)
    {
        var found = new Numbered<PeriodRow>(core, row => row.SetlId, row => row.Msgid);
        var beyond = new Numbered<ElsewhereRow>(elsewhere, row => row.SetlId, row => row.Msgid);
        var matched = new HashSet<string>();
        var verdicts = new List<StatementRow>(sent.Count);
        foreach (var row in sent)
        {
            if (found.Find(row) is not { } ours) verdicts.Add(row with { Result = OnlyAtInstitution, Memo = WhyNot(beyond.Find(row)) });
            else if (!matched.Add(ours.SetlId)) verdicts.Add(row with { Result = OnlyAtInstitution, Memo = DifferenceText.Repeated });
            else verdicts.Add(Verdict(row, ours));
        }

        verdicts.AddRange(core.Where(row => !matched.Contains(row.SetlId)).Select(CoreOnly));
        return verdicts;
    }

    private static string WhyNot(ElsewhereRow? row) => row switch
    {
        null => DifferenceText.OnlyAtInstitution,
        { State: SettlementState.Reversed } => DifferenceText.ReversedAtCore,
        { InSpan: false } => DifferenceText.OtherDay(row.SettledAt),
        _ => DifferenceText.OtherClearing(row.ClrType),
    };

    private StatementRow Verdict(StatementRow sent, PeriodRow core)
    {
        var amounts = new List<string>();
        if (sent.Medfee.Value != core.Medfee) amounts.Add($"医疗费总额(中心{new Fen(core.Medfee)})");
        if (sent.Fund.Value != core.FundSum) amounts.Add($"基金支付总额(中心{new Fen(core.FundSum)})");
        if (sent.Account.Value != core.AccountPaid) amounts.Add($"个人账户支出(中心{new Fen(core.AccountPaid)})");
        var others = new List<string>();
        if (sent.SetlId.Length > 0 && sent.SetlId != core.SetlId) others.Add("结算ID");
        if (sent.Msgid.Length > 0 && sent.Msgid != core.Msgid) others.Add("报文ID");
        if (sent.PsnNo.Length > 0 && cipher.Key(sent.PsnNo) != core.PersonKey) others.Add("人员编号");
        if (sent.MdtrtId.Length > 0 && sent.MdtrtId != core.MdtrtId) others.Add("就诊ID");

        var memo = new List<string>();
        if (amounts.Count > 0) memo.Add($"金额：{string.Join('、', amounts)}{DifferenceText.AmountsWay}");
        if (sent.Refunded != core.Refunded) memo.Add(DifferenceText.RefundFlag);
        if (others.Count > 0) memo.Add(DifferenceText.Other(others));
        return sent with { SetlId = core.SetlId, Msgid = core.Msgid, Result = memo.Count == 0 ? Equal : Differs, Memo = string.Join('；', memo) };
    }

    private StatementRow CoreOnly(PeriodRow row) => new()
    {
        PsnNo = cipher.Open(row.Profile).PsnNo,
        MdtrtId = row.MdtrtId,
        SetlId = row.SetlId,
        Msgid = row.Msgid,
        Result = OnlyAtCore,
        Memo = row.Refunded ? DifferenceText.CancellationOnlyAtCore : DifferenceText.OnlyAtCore,
        Refunded = row.Refunded,
        Medfee = new Fen(row.Medfee),
        Fund = new Fen(row.FundSum),
        Account = new Fen(row.AccountPaid),
    };

    /// <summary>Rows by setl_id, and where that is unknown or not told by msgid.</summary>
    private sealed class Numbered<T>(IReadOnlyList<T> rows, Func<T, string> setlId, Func<T, string> msgid)
        where T : class
    {
        private readonly Dictionary<string, T> bySetlId = rows.ToDictionary(setlId);
        private readonly Dictionary<string, T> byMsgid = rows.ToDictionary(msgid);

        public T? Find(StatementRow row) => bySetlId.GetValueOrDefault(row.SetlId) ?? byMsgid.GetValueOrDefault(row.Msgid);
    }
}
