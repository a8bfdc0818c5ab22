using YbPay.Huimin.Features.Claims.Cases;
using YbPay.Huimin.Features.Claims.Documents;
using YbPay.Huimin.Features.Claims.Images;
using YbPay.Huimin.Insurers;
using YbPay.Huimin.Outside;
using YbPay.Huimin.Running;
using YbPay.Storage.Legs;

namespace YbPay.Huimin.Features.Claims.Insurers;

/// <summary>The way of a case to its insurer: what is sent, and asking before sending again.</summary>
internal sealed class CaseInsurer(HuiminBooks books, IInsurer insurer)
{
    /// <summary>Hands the case in under the leg's number, with all that stands in the database: nothing of it changes once the case is reported.</summary>
    public async Task<Word<InsurerDone>> SubmitAsync(LegRow leg, bool isFirst, CancellationToken cancel) =>
        isFirst ? await SubmitAsync(leg, cancel) : await AgainAsync(leg, SubmitAsync, cancel);

    public async Task<Word<InsurerDone>> WithdrawAsync(LegRow leg, bool isFirst, CancellationToken cancel) =>
        isFirst ? await WithdrawAsync(leg, cancel) : await AgainAsync(leg, WithdrawAsync, cancel);

    /// <summary>Null when the insurer does not say.</summary>
    public Task<InsurerStage?> StageAsync(string caseId, CancellationToken cancel) => insurer.StageAsync(caseId, cancel);

    private Task<Word<InsurerDone>> WithdrawAsync(LegRow leg, CancellationToken cancel) => insurer.WithdrawAsync(leg.LegId, leg.OwnerId, cancel);

    private async Task<Word<InsurerDone>> SubmitAsync(LegRow leg, CancellationToken cancel)
    {
        var (row, documents, images) = await books.Database.ReadAsync(
            async session => (
                await CaseStore.FindAsync(session, leg.OwnerId) ?? throw new InvalidDataException($"Case {leg.OwnerId} is gone."),
                await CaseDocumentStore.OfCaseAsync(session, leg.OwnerId),
                await CaseImageStore.OfCaseAsync(session, leg.OwnerId)),
            cancel);
        var handedIn = new InsurerCase(
            row.CaseId, row.InsuranceId, row.ClaimType, row.OpenPerson(books.Cipher), row.VisitNo,
            [.. documents.Select(document => new InsurerDocument(document.TransCode, document.DocKey, document.Open(books.Cipher)))],
            [.. images.Select(image => new InsurerImage(image.ImageType, image.FileType, image.Size, image.Digest))]);
        return await insurer.SubmitAsync(leg.LegId, handedIn, cancel);
    }

    /// <summary>What was sent may have arrived: asked first. Never heard of, it is sent again under the same number.</summary>
    private async Task<Word<InsurerDone>> AgainAsync(LegRow leg, Func<LegRow, CancellationToken, Task<Word<InsurerDone>>> send, CancellationToken cancel)
    {
        var word = await insurer.AskAsync(leg.LegId, cancel);
        return word is Word<InsurerDone>.NeverHeard ? await send(leg, cancel) : word;
    }
}
