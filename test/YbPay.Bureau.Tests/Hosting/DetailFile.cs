using System.Globalization;
using System.IO.Compression;
using System.Text;
using YbPay.Contracts.Fsi;

namespace YbPay.Bureau.Tests.Hosting;

/// <summary>The institution's side of a detail check: file up, check, file down.</summary>
internal static class DetailFile
{
    /// <summary>psn_no, mdtrt_id, setl_id, msgid, stmt_rslt, refd_setl_flag, memo, medfee_sumamt, fund_pay_sumamt, acct_pay.</summary>
    public static string Row(Patient patient, string? setlId, string? msgid, decimal fee, decimal fund, decimal account, bool refunded = false) => string.Join(
        '\t', patient.PsnNo, patient.MdtrtId, setlId ?? "null", msgid ?? "null", "null", refunded ? "1" : "0", "null", Text(fee), Text(fund), Text(account));

    public static Task<string[][]> CheckAsync(TestInstitution at, decimal fee, decimal fund, params string[] rows) => CheckAsync(at, Request("", fee, fund, rows.Length), rows);

    /// <summary>The result's lines; the request's file number is filled in.</summary>
    public static async Task<string[][]> CheckAsync(TestInstitution at, CheckDetailsRequest request, params string[] rows)
    {
        var fileNo = await UploadAsync(at, Zip(string.Join('\n', rows)));
        var reply = await at.AskAsync<CheckDetailsRequest, CheckDetailsReply>("3202", request with { Data = request.Data with { FileQuryNo = fileNo } });
        var file = await at.AskAsync<DownloadFileRequest, DownloadFileReply>(
            "9102", new() { FsDownloadIn = new() { FileQuryNo = reply.Fileinfo.FileQuryNo, Filename = reply.Fileinfo.Filename, FixmedinsCode = at.Code } });
        return [.. Unzip(file.Out).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];
    }

    public static CheckDetailsRequest Request(string fileNo, decimal fee, decimal fund, int count) => new()
    {
        Data = new()
        {
            SetlOptins = "440100", FileQuryNo = fileNo, StmtBegndate = "2026-03-10", StmtEnddate = "2026-03-10", MedfeeSumamt = fee, FundPaySumamt = fund,
            CashPayamt = 0m, FixmedinsSetlCnt = count,
        },
    };

    public static async Task<string> UploadAsync(TestInstitution at, byte[] zip) => (await at.AskAsync<UploadFileRequest, UploadFileReply>(
        "9101", new() { FsUploadIn = new() { In = Convert.ToBase64String(zip), Filename = "day.zip", FixmedinsCode = at.Code } })).FileQuryNo;

    public static byte[] Zip(string text)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("day.txt").Open())
            entry.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private static string Unzip(string base64)
    {
        using var zip = new ZipArchive(new MemoryStream(Convert.FromBase64String(base64)));
        using var text = new StreamReader(zip.Entries.Single().Open());
        return text.ReadToEnd();
    }

    private static string Text(decimal yuan) => yuan.ToString("0.00", CultureInfo.InvariantCulture);
}
