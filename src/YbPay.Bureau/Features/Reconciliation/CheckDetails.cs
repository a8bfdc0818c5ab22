using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Features.Files;
using YbPay.Bureau.Messages;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;
using YbPay.Contracts;
using YbPay.Protocol.Files;
using YbPay.Storage;

namespace YbPay.Bureau.Features.Reconciliation;

/// <summary>3202: compares row by row a file that 9101 brought; the result is a file for 9102.</summary>
internal sealed class CheckDetails(BureauDatabase database, FileStore files, DetailComparison comparison, PersonCipher cipher) : Transaction<CheckDetailsRequest>(cipher)
{
    private const string ResultText = "result.txt";

    public override string Infno => Infnos.DetailCheck;

    protected override async Task<Outcome<JsonElement>> HandleAsync(Call call, CheckDetailsRequest request, string personKey, CancellationToken cancel)
    {
        var told = request.Data;
        if (StatementSpan.Of(told.StmtBegndate, told.StmtEnddate) is not { } span) return Refusals.InputInvalid.With("对账日期");
        if (await database.Get().ReadAsync(session => files.FindAsync(session, call, told.FileQuryNo), cancel) is not { } file) return Refusals.FileUnknown;
        if (await TextZip.ReadAsync(file.Content, cancel) is not { } text) return Refusals.FileInvalid;
        if (StatementText.Read(text, out var problem) is not { } sent) return Refusals.FileInvalid.With(problem);
        if (!Agrees(told, sent)) return Refusals.TotalsInvalid;

        var (core, elsewhere) = await database.Get().ReadSnapshotAsync(session => OursAsync(session, call.Sender.Code, span, told.ClrType ?? "", sent), cancel);
        var result = TextZip.Write(ResultText, StatementText.Write(comparison.Compare(sent, core, elsewhere)));
        return await database.Get().WriteOutcomeAsync(session => StoreAsync(session, call, result), cancel);
    }

    private static async Task<(IReadOnlyList<PeriodRow> Core, IReadOnlyList<ElsewhereRow> Elsewhere)> OursAsync(
        DbSession session, string institution, StatementSpan span, string clrType, List<StatementRow> sent)
    {
        var core = await PeriodStore.RowsAsync(session, institution, span.From, span.To, clrType);
        return (core, await PeriodStore.ElsewhereAsync(session, institution, span.From, span.To, DetailComparison.NotFound(sent, core)));
    }

    private async Task<Outcome<JsonElement>> StoreAsync(DbSession session, Call call, byte[] result)
    {
        await MessageStore.ClaimAsync(session, call, null, null);
        var name = $"{call.Msgid}.zip";
        var fileNo = await files.AddAsync(session, call, name, result);
        var fileinfo = new ResultFile { FileQuryNo = fileNo, Filename = name, DldEndtime = ChinaTime.Text(call.ReceivedAt + FileStore.Life) };
        return Output.Of(new CheckDetailsReply { Fileinfo = fileinfo });
    }

    /// <summary>The message's totals must be the file's; its cash is in no column.</summary>
    private static bool Agrees(CheckDetailsData told, List<StatementRow> sent) =>
        told.FixmedinsSetlCnt == sent.Count
        && told.MedfeeSumamt == sent.Sum(row => row.Medfee.ToYuan())
        && told.FundPaySumamt == sent.Sum(row => row.Fund.ToYuan());
}
