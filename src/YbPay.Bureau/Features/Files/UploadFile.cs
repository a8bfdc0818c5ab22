using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Messages;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;

namespace YbPay.Bureau.Features.Files;

/// <summary>9101: takes a file. It is opened only when a transaction uses it.</summary>
internal sealed class UploadFile(BureauDatabase database, FileStore files, PersonCipher cipher) : Transaction<UploadFileRequest>(cipher)
{
    public override string Infno => Infnos.FileUpload;

    protected override async Task<Outcome<JsonElement>> HandleAsync(Call call, UploadFileRequest request, string personKey, CancellationToken cancel)
    {
        var told = request.FsUploadIn;
        if (told.FixmedinsCode != call.Sender.Code) return Refusals.FileInvalid.With("机构编号与报文头不符");
        var content = new byte[told.In.Length * 3 / 4];
        if (!Convert.TryFromBase64String(told.In, content, out var length)) return Refusals.FileInvalid.With("不是 Base64");
        return await database.Get().WriteOutcomeAsync(
            async session =>
            {
                await MessageStore.ClaimAsync(session, call, null, null);
                var fileNo = await files.AddAsync(session, call, told.Filename, content[..length]);
                return Output.Of(new UploadFileReply { FileQuryNo = fileNo, Filename = told.Filename, FixmedinsCode = call.Sender.Code });
            },
            cancel);
    }
}
