using YbPay.Storage.Columns;

namespace YbPay.Huimin.Tests.Hosting;

/// <summary>Orders as the platform's tables hold them once they are paid or given back, at moments that no test could wait for.</summary>
internal sealed class PaidOrders(HuiminHost host, string hospitalId)
{
    private int number;

    public async Task EnrolAsync()
    {
        using var cipher = new ColumnCipher(new Dictionary<int, byte[]> { [1] = HuiminHost.MasterKey });
        var person = cipher.Seal("person", """{"IdType":"01","IdNo":"440104199003070015","Name":"陈志远","Mobile":"13800000000"}""");
        var agreement = cipher.Seal("agreement", "A1");
        await host.Database.WriteAsync(session => session.ExecuteAsync("""
            INSERT INTO enrolments (enrolment_id, person_key, person, state, token_hash, acc_type, account_label, agreement, hospital_id, created_at, updated_at, signed_at)
            VALUES ('EN1', 'key', @person, 1, 'hash', '02', '示例银行信用卡', @agreement, @hospitalId, 1, 1, 1)
            """, new { person, agreement, hospitalId }));
    }

    /// <summary>A payment that was made at <paramref name="at"/>; gives its queryId.</summary>
    public async Task<string> PaidAsync(string at, long amount, long insured = 0, long discount = 0, string? card = "****0421")
    {
        var queryId = Next("CP");
        await host.Database.WriteAsync(session => session.ExecuteAsync("""
            INSERT INTO payments (query_id, hospital_id, order_id, digest, city_code, enrolment_id, person_key, order_type, mdtrt_id, setl_id, state, amt, insured, psn_amt, discount,
              acc_type, card_label, created_at, updated_at, paid_at)
            VALUES (@queryId, @hospitalId, @orderId, '', '440100', 'EN1', 'key', '1', 'M1', 'S1', 200, @amount, @insured, @own, @discount, '02', @card, @moment, @moment, @moment)
            """, new { queryId, hospitalId, orderId = "H" + queryId, amount, insured, own = amount - insured, discount, card, moment = Moment(at) }));
        return queryId;
    }

    /// <summary>A refund that was done at <paramref name="at"/>; gives its queryId.</summary>
    public async Task<string> RefundedAsync(string paymentId, string at, long amount)
    {
        var queryId = Next("CR");
        await host.Database.WriteAsync(async session =>
        {
            await session.ExecuteAsync("""
                INSERT INTO refunds (query_id, leg_id, hospital_id, order_id, digest, payment_id, state, amount, created_at, updated_at, done_at)
                VALUES (@queryId, 'LG' || @queryId, @hospitalId, @orderId, '', @paymentId, 12, @amount, @moment, @moment, @moment)
                """, new { queryId, hospitalId, orderId = "H" + queryId, paymentId, amount, moment = Moment(at) });
            return await session.ExecuteAsync("UPDATE payments SET held = held + @amount, refunded = refunded + @amount WHERE query_id = @paymentId", new { amount, paymentId });
        });
        return queryId;
    }

    /// <param name="at">China's time, as 2026-11-20 23:59:59.</param>
    private static long Moment(string at) => DateTimeOffset.Parse(at + " +08:00", System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();

    private string Next(string kind) => $"{kind}20261120{++number:D8}";
}
