using System.Globalization;
using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Messages;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Money;

namespace YbPay.Bureau.Features.Reconciliation;

/// <summary>3201: whether the institution's totals of a span of days are ours. A cancellation counts as a row of its own, negative.</summary>
internal sealed class CheckTotals(BureauDatabase database, PersonCipher cipher) : Transaction<CheckTotalsRequest>(cipher)
{
    public override string Infno => Infnos.TotalsCheck;

    protected override async Task<Outcome<JsonElement>> HandleAsync(Call call, CheckTotalsRequest request, string personKey, CancellationToken cancel)
    {
        var told = request.Data;
        if (StatementSpan.Of(told.StmtBegndate, told.StmtEnddate) is not { } span) return Refusals.InputInvalid.With("对账日期");
        if (Fen.FromYuan(told.MedfeeSumamt) is not { } medfee || Fen.FromYuan(told.FundPaySumamt) is not { } fund || Fen.FromYuan(told.AcctPay) is not { } account)
            return Refusals.AmountInvalid;
        bool? refunded = told.RefdSetlFlag switch { "1" => true, "0" => false, _ => null };
        return await database.Get().WriteOutcomeAsync(
            async session =>
            {
                await MessageStore.ClaimAsync(session, call, null, null);
                var ours = await PeriodStore.TotalsAsync(session, call.Sender.Code, span.From, span.To, told.Insutype, told.ClrType, refunded);
                var theirs = new PeriodTotals(told.FixmedinsSetlCnt, medfee.Value, fund.Value, account.Value);
                return Output.Of(new CheckTotalsReply { Stmtinfo = Result(told.SetlOptins, ours, theirs) });
            },
            cancel);
    }

    /// <summary>What differs, ours beside it, and that 3202 finds the rows.</summary>
    private static TotalsResult Result(string setlOptins, PeriodTotals ours, PeriodTotals theirs)
    {
        var differences = new List<string>();
        if (ours.Count != theirs.Count) differences.Add(string.Create(CultureInfo.InvariantCulture, $"笔数(中心{ours.Count})"));
        if (ours.Medfee != theirs.Medfee) differences.Add($"医疗费总额(中心{new Fen(ours.Medfee)})");
        if (ours.Fund != theirs.Fund) differences.Add($"基金支付总额(中心{new Fen(ours.Fund)})");
        if (ours.Account != theirs.Account) differences.Add($"个人账户支出(中心{new Fen(ours.Account)})");
        return new TotalsResult
        {
            SetlOptins = setlOptins,
            StmtRslt = differences.Count == 0 ? DetailComparison.Equal : DetailComparison.Differs,
            StmtRsltDscr = differences.Count == 0 ? "平" : $"{string.Join('、', differences)}不一致。请用3202逐笔对账",
        };
    }
}
