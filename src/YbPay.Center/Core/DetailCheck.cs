using System.Globalization;
using System.Text.Json;
using YbPay.Contracts.Fsi;
using YbPay.Engine.Money;
using YbPay.Protocol.Outgoing;

namespace YbPay.Center.Core;

/// <summary>Asks the core to compare rows with its own books: file up (9101), check (3202), result down (9102).</summary>
internal sealed class DetailCheck(FsiLink link)
{
    private const string FileName = "detail.zip";

    /// <summary>
    /// The core's verdict on each row, and rows that only the core has in these days. Whatever goes wrong on the way is Unknown:
    /// a question that was not answered proves nothing.
    /// </summary>
    public async Task<Answer<IReadOnlyList<DetailRow>>> AskAsync(CoreParty party, IReadOnlyList<DetailRow> rows, DateOnly from, DateOnly to)
    {
        try
        {
            return await AskCoreAsync(party, rows, from, to);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidDataException)
        {
            return new Answer<IReadOnlyList<DetailRow>>.Unknown("a result that is not as published");
        }
    }

    private async Task<Answer<IReadOnlyList<DetailRow>>> AskCoreAsync(CoreParty party, IReadOnlyList<DetailRow> rows, DateOnly from, DateOnly to)
    {
        var uploaded = await link.AskAsync("9101", party, FsiJson.Write(new UploadFileRequest
        {
            FsUploadIn = new UploadFileData { In = DetailFile.Write(rows), Filename = FileName, FixmedinsCode = party.OrgCodg },
        }));
        if (uploaded is not Answer<JsonElement>.Given { Value: var file }) return Unanswered(uploaded);

        var compared = await link.AskAsync("3202", party, FsiJson.Write(new CheckDetailsRequest
        {
            Data = new CheckDetailsData
            {
                SetlOptins = party.Person.InsuplcAdmdvs, FileQuryNo = FsiJson.Read<UploadFileReply>(file).FileQuryNo, StmtBegndate = Date(from), StmtEnddate = Date(to),
                MedfeeSumamt = Sum(rows, row => row.FeeSum), FundPaySumamt = Sum(rows, row => row.Fund),
                CashPayamt = Sum(rows, row => row.FeeSum - row.Fund - row.Account), FixmedinsSetlCnt = rows.Count,
            },
        }));
        if (compared is not Answer<JsonElement>.Given { Value: var reply }) return Unanswered(compared);

        var result = FsiJson.Read<CheckDetailsReply>(reply).Fileinfo;
        var downloaded = await link.AskAsync("9102", party, FsiJson.Write(new DownloadFileRequest
        {
            FsDownloadIn = new DownloadFileData { FileQuryNo = result.FileQuryNo, Filename = result.Filename, FixmedinsCode = party.OrgCodg },
        }));
        return downloaded is Answer<JsonElement>.Given { Value: var content }
            ? new Answer<IReadOnlyList<DetailRow>>.Given(DetailFile.Read(FsiJson.Read<DownloadFileReply>(content).Out))
            : Unanswered(downloaded);
    }

    private static Answer<IReadOnlyList<DetailRow>> Unanswered(Answer<JsonElement> answer) => new Answer<IReadOnlyList<DetailRow>>.Unknown(answer.Note);

    private static decimal Sum(IReadOnlyList<DetailRow> rows, Func<DetailRow, Fen> part)
    {
        var sum = Fen.Zero;
        foreach (var row in rows) sum += part(row);
        return sum.ToYuan();
    }

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
