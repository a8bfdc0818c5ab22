using YbPay.Storage;

namespace YbPay.Huimin.Features.Claims.Images;

/// <summary>An image of a case; its content lies in the folder under <see cref="FileId"/>.</summary>
internal sealed record CaseImageRow
{
    public required string Digest { get; init; }

    public required string ImageType { get; init; }

    public required string FileType { get; init; }

    public required string FileId { get; init; }

    public required long Size { get; init; }
}

/// <summary>The images of cases. Callers hold the case's row, so that two equal uploads come one after the other.</summary>
internal static class CaseImageStore
{
    private const string Columns = "digest, image_type, file_type, file_id, size";

    public static async Task<bool> IsNamedAsync(DbSession session, string fileId) =>
        await session.FirstOrDefaultAsync<string>("SELECT file_id FROM case_images WHERE file_id = @fileId LIMIT 1", new { fileId }) is not null;

    /// <summary>How many other images the case has, each once whatever it is called.</summary>
    public static Task<long> CountBesideAsync(DbSession session, string caseId, string digest) =>
        session.FirstOrDefaultAsync<long>("SELECT COUNT(DISTINCT digest) FROM case_images WHERE case_id = @caseId AND digest <> @digest", new { caseId, digest });

    /// <summary>In an order that is always the same: an order sent again must not differ from the first.</summary>
    public static Task<IReadOnlyList<CaseImageRow>> OfCaseAsync(DbSession session, string caseId) => session.QueryAsync<CaseImageRow>(
        $"SELECT {Columns} FROM case_images WHERE case_id = @caseId ORDER BY digest, image_type", new { caseId });

    public static Task<CaseImageRow?> FindAsync(DbSession session, string caseId, string digest) => session.FirstOrDefaultAsync<CaseImageRow>(
        $"SELECT {Columns} FROM case_images WHERE case_id = @caseId AND digest = @digest ORDER BY image_type LIMIT 1", new { caseId, digest });

    /// <summary>Writes or replaces what is said of an image; gives the file that holds it. Another than the one handed in was there before.</summary>
    public static async Task<string> PutAsync(DbSession session, string caseId, string imageType, string verifyStatus, ReceivedImage image, long now)
    {
        var fileId = (await FindAsync(session, caseId, image.Digest))?.FileId ?? image.FileId;
        await session.LaterAsync(
            """
            INSERT INTO case_images (case_id, digest, image_type, file_type, file_id, size, verify_status, received_at)
            VALUES (@caseId, @Digest, @imageType, @FileType, @fileId, @Size, @verifyStatus, @now)
            ON CONFLICT (case_id, digest, image_type) DO UPDATE SET verify_status = excluded.verify_status, received_at = excluded.received_at
            """,
            new { caseId, image.Digest, imageType, image.FileType, fileId, image.Size, verifyStatus, now });
        return fileId;
    }
}
