using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Messages;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;

namespace YbPay.Bureau.Features.Files;

/// <summary>9102: gives an institution one of its own files, as Base64.</summary>
internal sealed class DownloadFile(BureauDatabase database, FileStore files, PersonCipher cipher) : Transaction<DownloadFileRequest>(cipher)
{
    public override string Infno => Infnos.FileDownload;

    protected override Task<Outcome<JsonElement>> HandleAsync(Call call, DownloadFileRequest request, string personKey, CancellationToken cancel) =>
        database.Get().WriteOutcomeAsync<JsonElement>(
            async session =>
            {
                await MessageStore.ClaimAsync(session, call, null, null);
                if (await files.FindAsync(session, call, request.FsDownloadIn.FileQuryNo) is not { } file) return Refusals.FileUnknown;
                return Output.Of(new DownloadFileReply { Out = Convert.ToBase64String(file.Content), Filename = file.Name });
            },
            cancel);
}
