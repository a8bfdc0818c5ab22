using YbPay.Engine.Discharge;
using YbPay.Storage;

namespace YbPay.Huimin.Features.Discharge;

/// <summary>A discharge as it stands. Amounts in fen.</summary>
internal sealed record DischargeRow
{
    public required string QueryId { get; init; }

    public required string HospitalId { get; init; }

    public required string OrderId { get; init; }

    public required string Digest { get; init; }

    public required string TrialId { get; init; }

    public required string VisitNo { get; init; }

    public required string SetlId { get; init; }

    public required string PersonKey { get; init; }

    public required long State { get; init; }

    public long Version { get; init; }

    /// <summary>How often the hospital has had it resumed.</summary>
    public long Round { get; init; }

    public required long SettleAmt { get; init; }

    public required long NonCredit { get; init; }

    public required long ThirdParty { get; init; }

    public required long MiAmt { get; init; }

    public required long Budget { get; init; }

    public required long GrAmt { get; init; }

    /// <summary>What the deposits were worth when it began.</summary>
    public required long PsnAmt { get; init; }

    /// <summary>What the insurer has settled and not taken back.</summary>
    public long Insured { get; init; }

    public required long Refund { get; init; }

    /// <summary>The leg by which the insurer settled; null when it had nothing to settle.</summary>
    public string? InsurerLeg { get; init; }

    /// <summary>What the other side said when it refused.</summary>
    public string Msg { get; init; } = "";

    public required long CreatedAt { get; init; }

    public long? SettledAt { get; init; }

    public DischargeState Stands => (DischargeState)State;
}

/// <summary>The discharges table. Every change of state is guarded by the state and version that were read.</summary>
internal static class DischargeStore
{
    private const string Columns =
        "query_id, hospital_id, order_id, digest, trial_id, visit_no, setl_id, person_key, state, version, round, settle_amt, non_credit, third_party, mi_amt, budget, gr_amt, " +
        "psn_amt, insured, refund, insurer_leg, msg, created_at, settled_at";

    public static Task<DischargeRow?> FindAsync(DbSession session, string queryId) =>
        session.FirstOrDefaultAsync<DischargeRow>($"SELECT {Columns} FROM discharges WHERE query_id = @queryId", new { queryId });

    public static Task<DischargeRow?> FindByOrderAsync(DbSession session, string hospitalId, string orderId) => session.FirstOrDefaultAsync<DischargeRow>(
        $"SELECT {Columns} FROM discharges WHERE hospital_id = @hospitalId AND order_id = @orderId", new { hospitalId, orderId });

    /// <summary>The discharge, locked until the commit.</summary>
    public static Task<DischargeRow?> LockAsync(DbSession session, string queryId) =>
        session.FirstOrDefaultAsync<DischargeRow>($"SELECT {Columns} FROM discharges WHERE query_id = @queryId{session.Dialect.ForUpdate()}", new { queryId });

    /// <summary>Locks a visit until the commit: of the discharges and trials of one visit one is decided at a time. False when the visit is unknown.</summary>
    public static async Task<bool> LockVisitAsync(DbSession session, string hospitalId, string visitNo) => await session.FirstOrDefaultAsync<string?>(
        $"SELECT visit_no FROM visits WHERE hospital_id = @hospitalId AND visit_no = @visitNo{session.Dialect.ForUpdate()}", new { hospitalId, visitNo }) is not null;

    public static async Task<bool> AnyStandsAsync(DbSession session, string hospitalId, string visitNo) => await session.FirstOrDefaultAsync<string?>(
        "SELECT query_id FROM discharges WHERE hospital_id = @hospitalId AND visit_no = @visitNo AND stands = 1", new { hospitalId, visitNo }) is not null;

    public static Task InsertAsync(DbSession session, DischargeRow row) => session.LaterAsync(
        """
        INSERT INTO discharges (query_id, hospital_id, order_id, digest, trial_id, visit_no, setl_id, person_key, state, settle_amt, non_credit, third_party, mi_amt, budget, gr_amt,
          psn_amt, refund, created_at, updated_at)
        VALUES (@QueryId, @HospitalId, @OrderId, @Digest, @TrialId, @VisitNo, @SetlId, @PersonKey, @State, @SettleAmt, @NonCredit, @ThirdParty, @MiAmt, @Budget, @GrAmt,
          @PsnAmt, @Refund, @CreatedAt, @CreatedAt)
        """,
        new
        {
            row.QueryId, row.HospitalId, row.OrderId, row.Digest, row.TrialId, row.VisitNo, row.SetlId, row.PersonKey, row.State, row.SettleAmt, row.NonCredit, row.ThirdParty,
            row.MiAmt, row.Budget, row.GrAmt, row.PsnAmt, row.Refund, row.CreatedAt,
        });

    /// <summary>From the state that was read to another, with whatever else has changed; fails when somebody was faster, which the lock forbids.</summary>
    public static Task MoveAsync(DbSession session, DischargeRow from, DischargeRow to, bool stands, long now) => session.LaterAsync(
        """
        UPDATE discharges SET state = @State, version = version + 1, round = @Round, stands = @stands, insured = @Insured, msg = @Msg, settled_at = @SettledAt, updated_at = @now
        WHERE query_id = @QueryId AND state = @before AND version = @Version
        """,
        new { to.State, to.Round, stands = stands ? 1 : 0, to.Insured, to.Msg, to.SettledAt, now, from.QueryId, before = from.State, from.Version },
        new Guard(1, () => new InvalidOperationException($"Discharge {from.QueryId} is no longer {from.Stands}.")));

    public static Task NameInsurerLegAsync(DbSession session, string queryId, string legId) =>
        session.LaterAsync("UPDATE discharges SET insurer_leg = @legId WHERE query_id = @queryId", new { queryId, legId });
}
