using System.Globalization;
using YbPay.Contracts.Huimin;
using YbPay.Huimin.Features.Claims.Cases;
using YbPay.Huimin.Partners;
using YbPay.Storage;
using YbPay.Storage.Columns;
using YbPay.Storage.Outbox;

namespace YbPay.Huimin.Features.Claims.Notices;

/// <summary>What hospitals must be told of a case, written where it became true: the authorisation letter (HIS00002) and each node (HIS00004).</summary>
internal sealed class ClaimNotices(ColumnCipher cipher, PartnerRegistry partners, OutboxSignal signal)
{
    public const string Letter = "HIS00002";
    public const string Node = "HIS00004";
    public const string Column = "claim-notice";

    /// <summary>A hospital without an address is not told: it asks (HOS00029).</summary>
    public async Task TellAsync(DbSession session, CaseRow row, string node, long now)
    {
        if (!IsCalled(row)) return;
        var notice = new ClaimNoticeRequest
        {
            TreatmentSerialNo = row.VisitNo, IdNo = row.OpenPerson(cipher).IdNo.Reveal(), HospitalId = row.HospitalId, ClaimNode = node,
            InsuranceId = row.InsuranceId, InsuranceName = row.InsuranceName, ClaimType = row.ClaimType,
        };
        await OutboxStore.EnqueueAsync(
            session, string.Create(CultureInfo.InvariantCulture, $"{Node}-{row.CaseId}-{row.Version:D4}"), Node, row.CaseId, row.HospitalId, cipher.Seal(Column, HuiminJson.Write(notice)), now);
        signal.Ring();
    }

    /// <summary>The letter itself lies in the image folder; the message names its digest only.</summary>
    public async Task SendLetterAsync(DbSession session, CaseRow row, string digest, long now)
    {
        if (!IsCalled(row)) return;
        await OutboxStore.EnqueueAsync(session, $"{Letter}-{row.CaseId}", Letter, row.CaseId, row.HospitalId, cipher.Seal(Column, digest), now);
    }

    /// <summary>After the commit: deliver now.</summary>
    public void Ring() => signal.Ring();

    /// <summary>A message of the case, of which the hospital has not said yet that it has it.</summary>
    public static async Task<bool> AnyUndeliveredAsync(DbSession session, string caseId, string except) => await session.FirstOrDefaultAsync<string>(
        "SELECT message_id FROM outbox WHERE owner_id = @caseId AND state <> 1 AND message_id <> @except LIMIT 1", new { caseId, except }) is not null;

    /// <summary>A message of the case that goes first and is still being tried.</summary>
    public static async Task<bool> AnyEarlierAsync(DbSession session, OutboxRow row) => await session.FirstOrDefaultAsync<string>(
        """
        SELECT message_id FROM outbox
        WHERE owner_id = @OwnerId AND state = 0 AND (created_at < @CreatedAt OR (created_at = @CreatedAt AND message_id < @MessageId)) LIMIT 1
        """, new { row.OwnerId, row.CreatedAt, row.MessageId }) is not null;

    /// <summary>What waits for this message may go now, without the pause that its waiting has earned it.</summary>
    public static Task ReleaseNextAsync(DbSession session, OutboxRow row, long now) => session.LaterAsync(
        """
        UPDATE outbox SET next_at = @now WHERE message_id =
          (SELECT message_id FROM outbox WHERE owner_id = @OwnerId AND state = 0 AND message_id <> @MessageId ORDER BY created_at, message_id LIMIT 1)
        """, new { row.OwnerId, row.MessageId, now });

    private bool IsCalled(CaseRow row) => partners.OfHospital(row.HospitalId) is { CallbackUrl.Length: > 0 };
}
