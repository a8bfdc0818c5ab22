using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using YbPay.Center.Orders;
using YbPay.Center.Outside;
using YbPay.Center.Running;
using YbPay.Contracts.Fsi;
using YbPay.Engine.Money;

namespace YbPay.Center.Core;

/// <summary>
/// "Did it land?": a detail check (3202) with a single line that knows only the msgid. The core's answer names the settlement
/// under that msgid, or says that it has none; the settlement itself is then read (5203).
/// </summary>
internal sealed class SettlementFinder(FsiLink link, SerialNumbers serials, TimeProvider clock)
{
    private const string NotAtTheCore = "000102";
    private const string FileName = "ask.zip";

    public async Task<Answer<Landing>> FindAsync(CoreParty party, OrderRow order, string asked, bool cancellation)
    {
        var sum = new Fen(cancellation ? -order.FeeSum : order.FeeSum).ToYuan();
        var uploaded = await CallAsync("9101", party, FsiJson.Write(new UploadFileRequest
        {
            FsUploadIn = new UploadFileData { In = ZipOf(Line(party, order, asked, cancellation, sum)), Filename = FileName, FixmedinsCode = party.OrgCodg },
        }));
        if (uploaded is not Answer<JsonElement>.Given { Value: var file }) return Passed<Landing>(uploaded);

        var day = clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        var checkedAnswer = await CallAsync("3202", party, FsiJson.Write(new CheckDetailsRequest
        {
            Data = new CheckDetailsData
            {
                SetlOptins = party.Person.InsuplcAdmdvs, FileQuryNo = FsiJson.Read<UploadFileReply>(file).FileQuryNo,
                StmtBegndate = Date(DateTimeOffset.FromUnixTimeMilliseconds(order.CreatedAt).ToOffset(TimeSpan.FromHours(8))), StmtEnddate = Date(day),
                MedfeeSumamt = sum, FundPaySumamt = 0, CashPayamt = sum, FixmedinsSetlCnt = 1,
            },
        }));
        if (checkedAnswer is not Answer<JsonElement>.Given { Value: var reply }) return Passed<Landing>(checkedAnswer);

        var result = FsiJson.Read<CheckDetailsReply>(reply).Fileinfo;
        var downloaded = await CallAsync("9102", party, FsiJson.Write(new DownloadFileRequest
        {
            FsDownloadIn = new DownloadFileData { FileQuryNo = result.FileQuryNo, Filename = result.Filename, FixmedinsCode = party.OrgCodg },
        }));
        return downloaded is Answer<JsonElement>.Given { Value: var content }
            ? await ReadAsync(party, order, asked, FsiJson.Read<DownloadFileReply>(content).Out, cancellation)
            : Passed<Landing>(downloaded);
    }

    private async Task<Answer<Landing>> ReadAsync(CoreParty party, OrderRow order, string asked, string file, bool cancellation)
    {
        if (Unzip(file).Split('\n').Select(line => line.TrimEnd('\r').Split('\t')).FirstOrDefault(cells => cells.Length >= 5 && cells[3] == asked) is not { } row)
            return new Answer<Landing>.Unknown("the check says nothing of this msgid");
        if (row[4] == NotAtTheCore) return new Answer<Landing>.Given(new Landing.NotThere());
        var setlId = row[2];
        if (setlId is "" or "null") return new Answer<Landing>.Unknown($"the check says {row[4]} without a settlement");
        if (cancellation) return new Answer<Landing>.Given(new Landing.Landed(new CoreSettlement(setlId, order.Split)));

        var read = await CallAsync("5203", party, FsiJson.Write(new QuerySettlementRequest
        {
            Data = new QuerySettlementData { PsnNo = party.Person.PsnNo.Reveal(), SetlId = setlId, MdtrtId = order.CoreMdtrtId! },
        }));
        if (read is not Answer<JsonElement>.Given { Value: var settlement }) return Passed<Landing>(read);
        return FsiCore.Settlement(FsiJson.Read<QuerySettlementReply>(settlement).Setlinfo).Select<Landing>(found => new Landing.Landed(found));
    }

    /// <summary>psn_no, mdtrt_id, setl_id, msgid, stmt_rslt, refd_setl_flag, memo, medfee_sumamt, fund_pay_sumamt, acct_pay.</summary>
    private static string Line(CoreParty party, OrderRow order, string asked, bool cancellation, decimal sum) => string.Join('\t',
        party.Person.PsnNo.Reveal(), order.CoreMdtrtId, "null", asked, "null", cancellation ? "1" : "0", "null",
        sum.ToString(CultureInfo.InvariantCulture), "0.00", "0.00");

    private Task<Answer<JsonElement>> CallAsync(string infno, CoreParty party, byte[] input) => link.CallAsync(infno, serials.Msgid(party.OrgCodg), party, input);

    /// <summary>Asking failed, so nothing was learnt; a refusal to answer is no answer either.</summary>
    private static Answer<T> Passed<T>(Answer<JsonElement> answer) => new Answer<T>.Unknown(answer.Note);

    private static string Date(DateTimeOffset day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string ZipOf(string text)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("ask.txt").Open())
            entry.Write(Encoding.UTF8.GetBytes(text + "\n"));
        return Convert.ToBase64String(bytes.ToArray());
    }

    private static string Unzip(string base64)
    {
        using var zip = new ZipArchive(new MemoryStream(Convert.FromBase64String(base64)), ZipArchiveMode.Read);
        using var text = new StreamReader(zip.Entries[0].Open(), Encoding.UTF8);
        return text.ReadToEnd();
    }
}
