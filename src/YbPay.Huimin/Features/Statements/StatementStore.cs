using YbPay.Engine.Credit;
using YbPay.Huimin.Persons;
using YbPay.Huimin.Running;
using YbPay.Storage;

namespace YbPay.Huimin.Features.Statements;

/// <summary>A statement as it was made: the zip's very bytes.</summary>
internal sealed record StoredStatement(string Digest, long Lines, byte[] Zip)
{
    public override string ToString() => Digest;
}

/// <summary>The orders of a day, and the statements that were made of them. The stored file is sealed: it names patients.</summary>
internal static class StatementStore
{
    private const string Column = "statement";

    private sealed record OrderRow(
        string QueryId, string OrderId, string EnrolmentId, byte[] Person, long At, long IsRefund, long Amount, string? Card, long Discount, long Insured);

    private sealed record FileRow(string Digest, long Lines, byte[] File);

    /// <summary>What was paid and given back in a day, by time.</summary>
    public static async Task<IReadOnlyList<StatementOrder>> OrdersAsync(DbSession session, HuiminBooks books, string hospitalId, StatementDay day)
    {
        var rows = await session.QueryAsync<OrderRow>("""
            SELECT p.query_id, p.order_id, p.enrolment_id, e.person, p.paid_at AS at, 0 AS is_refund, p.amt AS amount, p.card_label AS card, p.discount, p.insured
            FROM payments p JOIN enrolments e ON e.enrolment_id = p.enrolment_id
            WHERE p.hospital_id = @hospitalId AND p.state = @paid AND p.paid_at >= @Begins AND p.paid_at < @Ends
            UNION ALL
            SELECT r.query_id, r.order_id, p.enrolment_id, e.person, r.done_at, 1, r.amount, p.card_label, 0, 0
            FROM refunds r JOIN payments p ON p.query_id = r.payment_id JOIN enrolments e ON e.enrolment_id = p.enrolment_id
            WHERE r.hospital_id = @hospitalId AND r.state = @refunded AND r.done_at >= @Begins AND r.done_at < @Ends
            """, new { hospitalId, day.Begins, day.Ends, paid = (long)CreditPaymentState.Paid, refunded = (long)CreditRefundState.Refunded });
        var persons = new Dictionary<string, InsuredPerson>(StringComparer.Ordinal);
        return [.. rows.OrderBy(row => row.At).ThenBy(row => row.QueryId, StringComparer.Ordinal).Select(row => Order(row, PersonOf(row)))];

        InsuredPerson PersonOf(OrderRow row)
        {
            if (!persons.TryGetValue(row.EnrolmentId, out var person)) persons[row.EnrolmentId] = person = InsuredPerson.Open(books.Cipher, row.Person);
            return person;
        }
    }

    private static StatementOrder Order(OrderRow row, InsuredPerson person) => new(
        row.QueryId, row.OrderId, person.Name.Reveal(), person.IdNo.Reveal(), row.At, row.IsRefund != 0, row.Amount, row.Card ?? "", Coupon: "", row.Discount, row.Insured);

    /// <exception cref="InvalidDataException">The stored bytes are not those whose digest is stored.</exception>
    public static async Task<StoredStatement?> FindAsync(DbSession session, HuiminBooks books, string hospitalId, string day)
    {
        var row = await session.FirstOrDefaultAsync<FileRow>("SELECT digest, lines, file FROM statements WHERE hospital_id = @hospitalId AND day = @day", new { hospitalId, day });
        if (row is null) return null;
        var zip = books.Cipher.Open(Column, row.File);
        if (StatementFile.DigestOf(zip) != row.Digest) throw new InvalidDataException($"The statement of {hospitalId} for {day} is not what it was when it was made.");
        return new StoredStatement(row.Digest, row.Lines, zip);
    }

    /// <summary>The first counts: who comes second, on this node or another, stores nothing.</summary>
    public static Task AddAsync(HuiminBooks books, string hospitalId, StatementDay day, StoredStatement made) => books.Database.InsertAsync(
        "INSERT INTO statements (hospital_id, day, file, digest, lines, made_at) VALUES (@hospitalId, @Text, @file, @Digest, @Lines, @now) ON CONFLICT DO NOTHING",
        new { hospitalId, day.Text, file = books.Cipher.Seal(Column, made.Zip), made.Digest, made.Lines, now = books.Now });

    /// <summary>The day of a hospital's first order; null before there is one.</summary>
    public static async Task<StatementDay?> FirstDayAsync(DbSession session, string hospitalId) =>
        await session.FirstOrDefaultAsync<long?>("SELECT MIN(paid_at) FROM payments WHERE hospital_id = @hospitalId AND paid_at IS NOT NULL", new { hospitalId }) is { } first
            ? StatementDay.Of(first)
            : null;

    public static async Task<HashSet<string>> DaysAsync(DbSession session, string hospitalId) =>
        [.. await session.QueryAsync<string>("SELECT day FROM statements WHERE hospital_id = @hospitalId", new { hospitalId })];
}
