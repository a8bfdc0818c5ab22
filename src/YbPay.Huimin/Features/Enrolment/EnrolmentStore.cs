using YbPay.Engine.Credit;
using YbPay.Huimin.Credit;
using YbPay.Storage;

namespace YbPay.Huimin.Features.Enrolment;

/// <summary>The enrolments table.</summary>
internal static class EnrolmentStore
{
    private const string Columns =
        "enrolment_id, person_key, person, state, version, acc_type, account_label, account, agreement, insutype, credit_pay, sign_leg, hospital_id, note, created_at, signed_at";

    public static Task<EnrolmentRow?> FindAsync(DbSession session, string enrolmentId) =>
        session.FirstOrDefaultAsync<EnrolmentRow>($"SELECT {Columns} FROM enrolments WHERE enrolment_id = @enrolmentId", new { enrolmentId });

    /// <summary>The one that stands, of whatever state but ended.</summary>
    public static Task<EnrolmentRow?> OfPersonAsync(DbSession session, string personKey) =>
        session.FirstOrDefaultAsync<EnrolmentRow>($"SELECT {Columns} FROM enrolments WHERE person_key = @personKey AND state <> 8", new { personKey });

    /// <summary>Also one that has ended.</summary>
    public static Task<EnrolmentRow?> OfTokenAsync(DbSession session, string tokenHash) =>
        session.FirstOrDefaultAsync<EnrolmentRow>($"SELECT {Columns} FROM enrolments WHERE token_hash = @tokenHash", new { tokenHash });

    /// <summary>False when another of the person stands already.</summary>
    public static async Task<bool> BeginAsync(DbSession session, EnrolmentRow enrolment, string tokenHash) => await session.ExecuteAsync("""
        INSERT INTO enrolments (enrolment_id, person_key, person, state, token_hash, acc_type, account_label, account, insutype, credit_pay, sign_leg, hospital_id, created_at, updated_at)
        VALUES (@EnrolmentId, @PersonKey, @Person, @State, @tokenHash, @AccType, @AccountLabel, @Account, @Insutype, @CreditPay, @SignLeg, @HospitalId, @CreatedAt, @CreatedAt)
        ON CONFLICT DO NOTHING
        """, new
    {
        enrolment.EnrolmentId, enrolment.PersonKey, enrolment.Person, enrolment.State, tokenHash, enrolment.AccType, enrolment.AccountLabel, enrolment.Account, enrolment.Insutype,
        enrolment.CreditPay, enrolment.SignLeg, enrolment.HospitalId, enrolment.CreatedAt,
    }) == 1;

    /// <summary>The bank has made the agreement. False when another was first.</summary>
    public static async Task<bool> SignedAsync(DbSession session, EnrolmentRow enrolment, CreditAgreement agreement, byte[] sealedAgreement, long now) =>
        await session.ExecuteAsync("""
            UPDATE enrolments SET state = @to, version = version + 1, account = NULL, agreement = @sealedAgreement, acc_type = @AccType, account_label = @label, signed_at = @now, updated_at = @now
            WHERE enrolment_id = @EnrolmentId AND state = @State AND version = @Version
            """, new
        {
            to = (long)Move(enrolment, EnrolmentEvent.BankAgreed), sealedAgreement, agreement.AccType,
            label = agreement.Label.Length > 0 ? agreement.Label : enrolment.AccountLabel, now, enrolment.EnrolmentId, enrolment.State, enrolment.Version,
        }) == 1;

    /// <summary>Any other move. False when another was first.</summary>
    public static async Task<bool> MoveAsync(DbSession session, EnrolmentRow enrolment, EnrolmentEvent on, string note, long now) =>
        await session.ExecuteAsync(
            "UPDATE enrolments SET state = @to, version = version + 1, account = NULL, note = @note, updated_at = @now WHERE enrolment_id = @EnrolmentId AND state = @State AND version = @Version",
            new { to = (long)Move(enrolment, on), note, now, enrolment.EnrolmentId, enrolment.State, enrolment.Version }) == 1;

    private static EnrolmentState Move(EnrolmentRow enrolment, EnrolmentEvent on) =>
        EnrolmentMachine.Next(enrolment.Stands, on) ?? throw new InvalidOperationException($"Enrolment {enrolment} does not take {on}.");
}
