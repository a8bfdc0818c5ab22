using YbPay.Storage;

namespace YbPay.Huimin.Features.Payments;

/// <summary>The payments table.</summary>
internal static class PaymentStore
{
    private const string Columns = """
        query_id, hospital_id, order_id, digest, city_code, enrolment_id, person_key, order_type, mdtrt_id, setl_id, visit_no, state, version, amt, insured, psn_amt, discount, held, refunded,
        acc_type, card_label, pay_leg, trade_no, claim_setl, social, third_party, quote_id, quoted, claimed, insurer_leg, insurance_id, discharge_id, consumed, msg, created_at, paid_at
        """;

    public static Task<PaymentRow?> FindAsync(DbSession session, string queryId) =>
        session.FirstOrDefaultAsync<PaymentRow>($"SELECT {Columns} FROM payments WHERE query_id = @queryId", new { queryId });

    /// <summary>Reads a payment that is changed next: until the transaction ends nobody else changes it.</summary>
    public static async Task<PaymentRow> TakeAsync(DbSession session, string queryId) =>
        await session.FirstOrDefaultAsync<PaymentRow>($"SELECT {Columns} FROM payments WHERE query_id = @queryId{session.Dialect.ForUpdate()}", new { queryId })
        ?? throw new InvalidDataException($"Payment {queryId} is gone.");

    public static Task InsertAsync(DbSession session, PaymentRow payment) => session.LaterAsync($"""
        INSERT INTO payments ({Columns}, updated_at)
        VALUES (@QueryId, @HospitalId, @OrderId, @Digest, @CityCode, @EnrolmentId, @PersonKey, @OrderType, @MdtrtId, @SetlId, @VisitNo, @State, @Version, @Amt, @Insured, @PsnAmt, @Discount,
          @Held, @Refunded, @AccType, @CardLabel, @PayLeg, @TradeNo, @ClaimSetl, @Social, @ThirdParty, @QuoteId, @Quoted, @Claimed, @InsurerLeg, @InsuranceId, @DischargeId, @Consumed, @Msg,
          @CreatedAt, @PaidAt, @CreatedAt)
        """, payment);

    /// <summary>Writes what a step has changed; another's change in between undoes the transaction. Refunds and discharges have statements of their own.</summary>
    public static async Task SaveAsync(DbSession session, PaymentRow before, PaymentRow after, long now)
    {
        var changed = await session.ExecuteAsync("""
            UPDATE payments SET state = @State, version = version + 1, insured = @Insured, psn_amt = @PsnAmt, discount = @Discount, acc_type = @AccType, card_label = @CardLabel,
              pay_leg = @PayLeg, trade_no = @TradeNo, quote_id = @QuoteId, quoted = @Quoted, claimed = @Claimed, insurer_leg = @InsurerLeg, insurance_id = @InsuranceId, msg = @Msg,
              updated_at = @now, paid_at = @PaidAt
            WHERE query_id = @QueryId AND state = @from AND version = @Version
            """, new
        {
            after.State, after.Insured, after.PsnAmt, after.Discount, after.AccType, after.CardLabel, after.PayLeg, after.TradeNo, after.QuoteId, after.Quoted, after.Claimed, after.InsurerLeg,
            after.InsuranceId, after.Msg, now, after.PaidAt, after.QueryId, from = before.State, before.Version,
        });
        if (changed != 1) throw new InvalidOperationException($"Payment {before} was changed while it was held.");
    }

    /// <summary>
    /// Holds an amount for a refund, done and on their way together never more than credit paid (also a CHECK). False when it is not paid, too
    /// little is left, or a discharge has the deposit, other than
    /// <paramref name="dischargeId"/> (null: any discharge).
    /// </summary>
    public static async Task<bool> HoldAsync(DbSession session, string queryId, long amount, string? dischargeId, long now) => await session.ExecuteAsync("""
        UPDATE payments SET held = held + @amount, version = version + 1, updated_at = @now
        WHERE query_id = @queryId AND state = 200 AND held + consumed + @amount <= psn_amt AND COALESCE(discharge_id, '') = @dischargeId
        """, new { queryId, amount, dischargeId = dischargeId ?? "", now }) == 1;

    /// <summary>The held amount went back.</summary>
    public static Task RefundedAsync(DbSession session, string queryId, long amount, long now) =>
        ChangeAsync(session, "UPDATE payments SET refunded = refunded + @amount, version = version + 1, updated_at = @now WHERE query_id = @queryId", queryId, amount, now);

    /// <summary>The held amount did not go back, and can be asked back again.</summary>
    public static Task ReleaseAsync(DbSession session, string queryId, long amount, long now) =>
        ChangeAsync(session, "UPDATE payments SET held = held - @amount, version = version + 1, updated_at = @now WHERE query_id = @queryId", queryId, amount, now);

    private static Task ChangeAsync(DbSession session, string sql, string queryId, long amount, long now) => session.LaterAsync(
        sql, new { queryId, amount, now }, new Guard(1, () => new InvalidDataException($"Payment {queryId} is gone.")));
}
