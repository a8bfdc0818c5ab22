namespace YbPay.Cli.Bench.History;

/// <summary>
/// A finished order as rows, written by the database itself: the same text on SQLite and PostgreSQL. Keys grow with time as
/// real ones do. Sealed columns and chain hashes hold filler of their real length: nothing that is measured opens them.
/// </summary>
internal static class HistoryRows
{
    /// <summary>From <c>@first</c> to <c>@last</c>; k is the number with leading zeros, t the time.</summary>
    private const string Numbers =
        """
        WITH RECURSIVE n(i) AS (SELECT @first UNION ALL SELECT i + 1 FROM n WHERE i < @last),
        o(i, k, t) AS (SELECT i, substr(CAST(100000000 + i AS TEXT), 2), @start + i * 20 FROM n)

        """;

    public const string Orders =
        $"""
        INSERT INTO orders (pay_ord_id, org_codg, app_id, med_org_ord, upload_digest, state, version, pay_token_hash, person_index, person, fee_type, core_mdtrt_id,
          chrg_bchno, med_type, insutype, psn_setlway, acct_used_flag, fee_sum, fund, psn_acct, cash, other, setl_id, settle_leg, settled_at, paid_at, created_at, updated_at, closes_at)
        {Numbers}
        SELECT 'ORD44010020250101' || k, @org, @app, 'MO20250101' || k, @digest || k, 600, 6, @digest || k, @digest || k, @person, '01', 'MD' || k,
          'CB20250101' || k, '11', '310', '01', '1', 45600, 20600, 25000, 0, 0, 'SETL' || k, @org || '20250101' || k || '4', t + 200, t + 200, t, t + 300, t + 7200000
        FROM o
        """;

    public const string Bills = $"INSERT INTO bills (pay_ord_id, message) {Numbers} SELECT 'ORD44010020250101' || k, @bill FROM o";

    /// <summary>Registration, diagnoses, fee lines, settlement.</summary>
    public const string Legs =
        $"""
        INSERT INTO legs (leg_id, owner_id, kind, state, amount, reference, created_at, updated_at)
        {Numbers}
        SELECT @org || '20250101' || k || s.column1, 'ORD44010020250101' || k, s.column2, 1, s.column3, 'MD' || k, t + s.column4, t + s.column4 + 20
        FROM o CROSS JOIN (VALUES ('1', '2201', 0, 10), ('2', '2203', 0, 40), ('3', '2204', 0, 70), ('4', '2207', 45600, 150)) AS s
        """;

    public const string Entries =
        $"""
        INSERT INTO ledger_entries (entry_id, reason, owner_id, institution, lines, posted_at)
        {Numbers}
        SELECT 'settled:ORD44010020250101' || k || ':' || @org || '20250101' || k || '4', 'settlement', 'ORD44010020250101' || k, @org, 3, t + 200 FROM o
        """;

    public const string Postings =
        $"""
        INSERT INTO ledger_postings (entry_id, line, owner_id, account, amount, posted_at)
        {Numbers}
        SELECT 'settled:ORD44010020250101' || k || ':' || @org || '20250101' || k || '4', s.column1, 'ORD44010020250101' || k, s.column2, s.column3, t + 200
        FROM o CROSS JOIN (VALUES (1, 'fund', 20600), (2, 'personal-account', 25000), (3, 'hospital', -45600)) AS s
        """;

    public const string Outbox =
        $"""
        INSERT INTO outbox (message_id, topic, owner_id, receiver, body, state, attempts, round, created_at, queued_at, settled_at)
        {Numbers}
        SELECT '6302-ORD44010020250101' || k, '6302', 'ORD44010020250101' || k, @org, @notice, 1, 1, 1, t + 200, t + 200, t + 250 FROM o
        """;

    public const string Attempts =
        $"INSERT INTO outbox_attempts (message_id, number, attempted_at, outcome, note) {Numbers} SELECT '6302-ORD44010020250101' || k, 1, t + 250, 1, 'confirmed' FROM o";

    public const string Idempotency =
        $"""
        INSERT INTO idempotency (scope, key, digest, answer, created_at, expires_at)
        {Numbers} SELECT '6202:' || @org, 'BSMO20250101' || k, @digest || k, @answer, t + 150, @never FROM o
        """;

    public const string Audit =
        $"""
        INSERT INTO audit (actor, action, subject, detail, written_at, position, hash)
        {Numbers}
        SELECT s.column2, s.column3, 'ORD44010020250101' || k, s.column4, t + s.column1 * 40, (i - 1) * 7 + s.column1, @hash
        FROM o CROSS JOIN (VALUES
          (1, 'H44010000001', 'Uploading', 'medOrgOrd, 45600 fen'), (2, 'H44010000001', 'FeesUploaded', 'fee lines at the core'), (3, 'H44010000001', 'PreSettled', 'pre-settled'),
          (4, 'H44010000001', 'PaymentStarted', 'settlement asked for'), (5, 'core', 'SettledInFull', 'fund 20600, account 25000, cash 0, other 0 fen'),
          (6, 'H44010000001', 'HospitalConfirmed', 'settlement notice confirmed'), (7, 'center', 'OrderCompleted', 'complete')) AS s
        """;

    public const string AuditHead = "UPDATE audit_head SET position = @last * 7, hash = @hash WHERE head_id = 1";

    /// <summary>What a check of the books reads, without the audit chain, whose hashes are filler here.</summary>
    public static readonly IReadOnlyList<string> Books = [Orders, Legs, Entries, Postings];

    public static readonly IReadOnlyList<string> All = [Orders, Bills, Legs, Entries, Postings, Outbox, Attempts, Idempotency, Audit, AuditHead];
}
