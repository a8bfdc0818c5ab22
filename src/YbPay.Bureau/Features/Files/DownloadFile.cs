using System.Globalization;
using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Features.Reconciliation;
using YbPay.Bureau.Features.Statements;
using YbPay.Bureau.Messages;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;
using YbPay.Protocol.Files;

namespace YbPay.Bureau.Features.Files;

/// <summary>9102: gives an institution one of its own files, as Base64; <c>STMT</c> and a day as yyyyMMdd name that day's statement.</summary>
internal sealed class DownloadFile(BureauDatabase database, FileStore files, PersonCipher cipher) : Transaction<DownloadFileRequest>(cipher)
{
    private const string Statement = "STMT";

    public override string Infno => Infnos.FileDownload;

    protected override async Task<Outcome<JsonElement>> HandleAsync(Call call, DownloadFileRequest request, string personKey, CancellationToken cancel)
    {
        var fileNo = request.FsDownloadIn.FileQuryNo;
        DayStatement? statement = null;
        if (StatementDay(fileNo) is { } day)
        {
            var outcome = await StatementMaking.GetAsync(database.Get(), call.Sender.Code, day, call.ReceivedAt, cancel);
            if (outcome is Outcome<DayStatement>.No no) return no.Why;
            statement = ((Outcome<DayStatement>.Ok)outcome).Value;
        }

        return await database.Get().WriteOutcomeAsync<JsonElement>(
            async session =>
            {
                await MessageStore.ClaimAsync(session, call, null, null);
                if (statement is not null) return Reply(statement);
                if (await files.FindAsync(session, call, fileNo) is not { } file) return Refusals.FileUnknown;
                return Output.Of(new DownloadFileReply { Out = Convert.ToBase64String(file.Content), Filename = file.Name });
            },
            cancel);
    }

    /// <summary>The entry's name tells the digest: whoever unpacks it can check it.</summary>
    private static Outcome<JsonElement> Reply(DayStatement statement)
    {
        var name = $"{statement.Institution}-{DayStatement.Text(statement.Day)}";
        return Output.Of(new DownloadFileReply { Out = Convert.ToBase64String(TextZip.Write($"{name}.{statement.Digest}.txt", statement.Content)), Filename = name + ".zip" });
    }

    private static DateOnly? StatementDay(string fileNo) =>
        fileNo.StartsWith(Statement, StringComparison.Ordinal)
        && DateOnly.TryParseExact(fileNo.AsSpan(Statement.Length), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
