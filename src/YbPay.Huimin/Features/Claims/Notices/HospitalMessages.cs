using YbPay.Contracts.Huimin;
using YbPay.Huimin.Features.Claims.Cases;
using YbPay.Huimin.Features.Claims.Images;
using YbPay.Huimin.Outside;
using YbPay.Huimin.Partners;
using YbPay.Huimin.Running;
using YbPay.Protocol.Outgoing;
using YbPay.Storage;
using YbPay.Storage.Outbox;

namespace YbPay.Huimin.Features.Claims.Notices;

/// <summary>
/// Delivers HIS00002 and HIS00004: those of one case in the order in which they became true. A hospital has a message when it answers 0000, and
/// 4008 is no such answer, because every attempt has a number of its own.
/// </summary>
internal sealed class HospitalMessages(HuiminBooks books, PartnerRegistry partners, HospitalLink hospitals, ImageFolder folder, CaseMoves moves, OutboxSignal signal) : IOutboxSender, IDisposable
{
    /// <summary>A letter is whole in memory while it is sealed: two of them at a time.</summary>
    private readonly SemaphoreSlim letters = new(2);

    public async Task<Sending> SendAsync(OutboxRow row, CancellationToken cancel)
    {
        if (partners.OfHospital(row.Receiver) is not { } partner) return new(Delivery.Retry, "the hospital is no partner any more");
        if (await books.Database.ReadAsync(session => ClaimNotices.AnyEarlierAsync(session, row), cancel)) return new(Delivery.Retry, "an earlier message of the case goes first");
        var (isTaken, note) = row.Topic == ClaimNotices.Letter ? await SendLetterAsync(partner, row, cancel) : await TellAsync(partner, row, cancel);
        return isTaken ? new(Delivery.Delivered, note, session => DeliveredAsync(session, row)) : new(Delivery.Retry, note);
    }

    public void Dispose() => letters.Dispose();

    private async Task<(bool IsTaken, string Note)> TellAsync(Partner partner, OutboxRow row, CancellationToken cancel)
    {
        var notice = HuiminJson.Read<ClaimNoticeRequest>(books.Cipher.Open(ClaimNotices.Column, row.Body));
        var answer = await hospitals.CallAsync<ClaimNoticeRequest, ClaimNoticeReply>(partner, row.Topic, notice, cancel);
        return answer is Answer<ClaimNoticeReply>.Given { Value: var reply } && reply.TreatmentSerialNo != notice.TreatmentSerialNo ? (false, "an answer about another visit") : Taken(answer);
    }

    private async Task<(bool IsTaken, string Note)> SendLetterAsync(Partner partner, OutboxRow row, CancellationToken cancel)
    {
        var digest = books.Cipher.OpenText(ClaimNotices.Column, row.Body);
        var (found, image) = await books.Database.ReadAsync(async session => (await CaseStore.FindAsync(session, row.OwnerId), await CaseImageStore.FindAsync(session, row.OwnerId, digest)), cancel);
        if (found is null || image is null) throw new InvalidDataException($"The letter of case {row.OwnerId} is gone.");
        await letters.WaitAsync(cancel);
        try
        {
            using var clear = new MemoryStream((int)image.Size);
            await folder.ReadAsync(image.FileId, clear, cancel);
            var letter = new ReceiveAuthorisationRequest
            {
                File = Convert.ToBase64String(clear.GetBuffer(), 0, (int)clear.Length), IdNo = found.OpenPerson(books.Cipher).IdNo.Reveal(), InsuranceId = found.InsuranceId,
                InsuranceName = found.InsuranceName, TreatmentSerialNo = found.VisitNo, ClaimType = found.ClaimType,
            };
            return Taken(await hospitals.CallAsync<ReceiveAuthorisationRequest, ReceiveAuthorisationReply>(partner, row.Topic, letter, cancel));
        }
        finally
        {
            letters.Release();
        }
    }

    private static (bool IsTaken, string Note) Taken<TReply>(Answer<TReply> answer) => (answer is Answer<TReply>.Given, answer.Note);

    private async Task DeliveredAsync(DbSession session, OutboxRow row)
    {
        var found = await CaseStore.TakeAsync(session, row.OwnerId);
        await ClaimNotices.ReleaseNextAsync(session, row, books.Now);
        await moves.PutAwayAsync(session, found, except: row.MessageId);
        signal.Ring();
    }
}
