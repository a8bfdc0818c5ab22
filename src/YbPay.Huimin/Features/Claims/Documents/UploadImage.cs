using YbPay.Contracts.Huimin;
using YbPay.Contracts.Outcomes;
using YbPay.Huimin.Door;
using YbPay.Huimin.Features.Claims.Cases;
using YbPay.Huimin.Features.Claims.Images;
using YbPay.Huimin.Running;

namespace YbPay.Huimin.Features.Claims.Documents;

/// <summary>HOS00028 影像上传. What it is, its content says and not its name; the same image again is one image.</summary>
internal sealed class UploadImage(HuiminBooks books, CaseFinder cases, ImageKeys keys, ImageFolder folder) : Transaction<UploadImageRequest>("HOS00028")
{
    /// <summary>600 MB at most: enough for a long stay's papers.</summary>
    private const long MostImages = 200;

    public override ContentReceiver Receive() => new ImageReceiver("imageBase64", keys, folder);

    public override Task<Outcome<TransactionReply>> RunAsync(Call call, ContentReceiver content) => ((ImageReceiver)content).Fault is { } why
        ? Task.FromResult<Outcome<TransactionReply>>(ClaimRefusals.ImageInvalid.With(why))
        : base.RunAsync(call, content);

    protected override async Task<Outcome<TransactionReply>> HandleAsync(Call call, UploadImageRequest request, ContentReceiver content)
    {
        var receiver = (ImageReceiver)content;
        var (image, why) = receiver.Finish();
        if (image is null) return ClaimRefusals.ImageInvalid.With(why!);
        if (!string.Equals(request.FileType, image.FileType, StringComparison.OrdinalIgnoreCase)) return ClaimRefusals.ImageInvalid.With($"fileType 与文件内容（{image.FileType}）不符");
        var written = await ImageKeeping.WithAsync(receiver, image, () => books.Database.WriteAsync<Outcome<string>>(async session =>
        {
            var found = await cases.TakeForDocumentAsync(session, call, request.TreatmentSerialNo, request.IdNo);
            if (found is not Outcome<CaseRow>.Ok { Value: var row }) return ((Outcome<CaseRow>.No)found).Why;
            if (await CaseImageStore.CountBesideAsync(session, row.CaseId, image.Digest) >= MostImages) return ClaimRefusals.ImagesTooMany;
            return await CaseImageStore.PutAsync(session, row.CaseId, request.ImageType, request.VerifyStatus, image, call.Now);
        }));
        return written.Match<Outcome<TransactionReply>>(_ => TransactionReply.Empty, refusal => refusal);
    }
}
