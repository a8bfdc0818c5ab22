using YbPay.Engine.Discharge;
using YbPay.Storage;

namespace YbPay.Huimin.Features.Discharge;

/// <summary>A trial as it was answered. Amounts in fen.</summary>
internal sealed record TrialRow
{
    public required string HospitalId { get; init; }

    public required string TrialId { get; init; }

    public required string Digest { get; init; }

    public required string VisitNo { get; init; }

    public required string SetlId { get; init; }

    public required string PersonKey { get; init; }

    public required long SettleAmt { get; init; }

    public required long NonCredit { get; init; }

    public required long Social { get; init; }

    public required long ThirdParty { get; init; }

    /// <summary>What the named deposits were worth.</summary>
    public required long PsnAmt { get; init; }

    public required long Budget { get; init; }

    public required long Supplement { get; init; }

    public required long Refund { get; init; }

    /// <summary>The insurer's quote; null when it pays nothing.</summary>
    public string? QuoteId { get; init; }

    public string? InsuranceId { get; init; }

    public string? InsuranceName { get; init; }

    /// <summary>The discharge that settles it; null while none does.</summary>
    public string? DischargeId { get; init; }

    public required long CreatedAt { get; init; }

    public TrialTerms Terms => new(VisitNo, SetlId, new(SettleAmt), new(NonCredit), new(Budget));
}

/// <summary>The trials table.</summary>
internal static class TrialStore
{
    private const string Columns =
        "hospital_id, trial_id, digest, visit_no, setl_id, person_key, settle_amt, non_credit, social, third_party, psn_amt, budget, supplement, refund, quote_id, insurance_id, insurance_name, discharge_id, created_at";

    public static Task<TrialRow?> FindAsync(DbSession session, string hospitalId, string trialId) => session.FirstOrDefaultAsync<TrialRow>(
        $"SELECT {Columns} FROM trials WHERE hospital_id = @hospitalId AND trial_id = @trialId", new { hospitalId, trialId });

    /// <summary>The trial, locked until the commit.</summary>
    public static Task<TrialRow?> LockAsync(DbSession session, string hospitalId, string trialId) => session.FirstOrDefaultAsync<TrialRow>(
        $"SELECT {Columns} FROM trials WHERE hospital_id = @hospitalId AND trial_id = @trialId{session.Dialect.ForUpdate()}", new { hospitalId, trialId });

    /// <summary>False when there is a trial under the number already.</summary>
    public static async Task<bool> InsertAsync(DbSession session, TrialRow trial) => await session.ExecuteAsync(
        """
        INSERT INTO trials (hospital_id, trial_id, digest, visit_no, setl_id, person_key, settle_amt, non_credit, social, third_party, psn_amt, budget, supplement, refund,
          quote_id, insurance_id, insurance_name, created_at)
        VALUES (@HospitalId, @TrialId, @Digest, @VisitNo, @SetlId, @PersonKey, @SettleAmt, @NonCredit, @Social, @ThirdParty, @PsnAmt, @Budget, @Supplement, @Refund,
          @QuoteId, @InsuranceId, @InsuranceName, @CreatedAt)
        ON CONFLICT DO NOTHING
        """,
        new
        {
            trial.HospitalId, trial.TrialId, trial.Digest, trial.VisitNo, trial.SetlId, trial.PersonKey, trial.SettleAmt, trial.NonCredit, trial.Social, trial.ThirdParty,
            trial.PsnAmt, trial.Budget, trial.Supplement, trial.Refund, trial.QuoteId, trial.InsuranceId, trial.InsuranceName, trial.CreatedAt,
        }) == 1;

    /// <summary>Settled at most once: another discharge that has it makes this fail.</summary>
    public static Task UseAsync(DbSession session, TrialRow trial, string dischargeId) => session.LaterAsync(
        "UPDATE trials SET discharge_id = @dischargeId WHERE hospital_id = @HospitalId AND trial_id = @TrialId AND discharge_id IS NULL",
        new { dischargeId, trial.HospitalId, trial.TrialId }, new Guard(1, () => new InvalidOperationException($"Trial {trial.TrialId} is settled already.")));

    /// <summary>Its discharge ended without effect: it may be settled after all.</summary>
    public static Task ReleaseAsync(DbSession session, string dischargeId, string hospitalId, string trialId) => session.LaterAsync(
        "UPDATE trials SET discharge_id = NULL WHERE hospital_id = @hospitalId AND trial_id = @trialId AND discharge_id = @dischargeId", new { hospitalId, trialId, dischargeId });
}
