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
                var equal = ours == new PeriodTotals(told.FixmedinsSetlCnt, medfee.Value, fund.Value, account.Value);
                return Output.Of(new CheckTotalsReply { Stmtinfo = Result(told.SetlOptins, ours, equal) });
            },
            cancel);
    }

    private static TotalsResult Result(string setlOptins, PeriodTotals ours, bool equal) => new()
    {
        SetlOptins = setlOptins,
        StmtRslt = equal ? DetailComparison.Equal : DetailComparison.Differs,
        StmtRsltDscr = equal ? "平" : string.Create(
            CultureInfo.InvariantCulture,
            $"中心：笔数{ours.Count}，总额{new Fen(ours.Medfee)}，基金{new Fen(ours.Fund)}，个人账户{new Fen(ours.Account)}"),
    };
}
