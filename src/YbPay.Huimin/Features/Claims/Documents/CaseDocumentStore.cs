using YbPay.Engine.Claims;
using YbPay.Storage;
using YbPay.Storage.Columns;

namespace YbPay.Huimin.Features.Claims.Documents;

/// <summary>What the hospital sent with one of HOS00020 to HOS00024, still sealed.</summary>
internal sealed record CaseDocumentRow
{
    public required string TransCode { get; init; }

    /// <summary>Tells apart what may come several times: a bill, a report; empty for what comes once.</summary>
    public required string DocKey { get; init; }

    /// <summary>The clear message, sealed.</summary>
    public required byte[] Body { get; init; }

    public byte[] Open(ColumnCipher cipher) => cipher.Open(CaseDocumentStore.Column, Body);

    public override string ToString() => $"{TransCode} {DocKey}";
}

/// <summary>The documents of cases. Callers hold the case's row.</summary>
internal static class CaseDocumentStore
{
    public const string Column = "case_documents.body";

    private const string Columns = "trans_code, doc_key, body";

    /// <summary>In an order that is always the same: an order sent again must not differ from the first.</summary>
    public static Task<IReadOnlyList<CaseDocumentRow>> OfCaseAsync(DbSession session, string caseId) => session.QueryAsync<CaseDocumentRow>(
        $"SELECT {Columns} FROM case_documents WHERE case_id = @caseId ORDER BY trans_code, doc_key", new { caseId });

    public static Task<IReadOnlyList<CaseDocumentRow>> OfCaseAsync(DbSession session, string caseId, string transCode) => session.QueryAsync<CaseDocumentRow>(
        $"SELECT {Columns} FROM case_documents WHERE case_id = @caseId AND trans_code = @transCode ORDER BY doc_key", new { caseId, transCode });

    /// <summary>Bytes of a case's documents, as sealed, besides those with the keys.</summary>
    public static Task<long> SizeBesideAsync(DbSession session, string caseId, string transCode, IReadOnlyList<string> docKeys) => session.FirstOrDefaultAsync<long>(
        "SELECT CAST(COALESCE(SUM(LENGTH(body)), 0) AS BIGINT) FROM case_documents WHERE case_id = @caseId AND NOT (trans_code = @transCode AND doc_key IN @docKeys)",
        new { caseId, transCode, docKeys });

    /// <summary>The kinds that have come.</summary>
    public static async Task<IReadOnlyList<DocumentKind>> KindsAsync(DbSession session, string caseId) =>
        [.. (await session.QueryAsync<string>("SELECT DISTINCT trans_code FROM case_documents WHERE case_id = @caseId", new { caseId })).Select(KindOf)];

    /// <summary>Writes a document, or puts it in the place of the one with the same key.</summary>
    public static Task PutAsync(DbSession session, ColumnCipher cipher, string caseId, string transCode, string docKey, byte[] clear, long now) => session.LaterAsync(
        """
        INSERT INTO case_documents (case_id, trans_code, doc_key, body, received_at) VALUES (@caseId, @transCode, @docKey, @body, @now)
        ON CONFLICT (case_id, trans_code, doc_key) DO UPDATE SET body = excluded.body, received_at = excluded.received_at
        """,
        new { caseId, transCode, docKey, body = cipher.Seal(Column, clear), now });

    public static Task DeleteAsync(DbSession session, string caseId, string transCode, string docKey) =>
        session.LaterAsync("DELETE FROM case_documents WHERE case_id = @caseId AND trans_code = @transCode AND doc_key = @docKey", new { caseId, transCode, docKey });

    private static DocumentKind KindOf(string transCode) => (DocumentKind)int.Parse(transCode.AsSpan(3), System.Globalization.CultureInfo.InvariantCulture);
}
