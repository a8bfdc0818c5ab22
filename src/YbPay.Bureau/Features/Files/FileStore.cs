using YbPay.Bureau.Clock;
using YbPay.Bureau.Door;
using YbPay.Bureau.Persons;
using YbPay.Storage;

namespace YbPay.Bureau.Features.Files;

/// <summary>Files that institutions and core hand each other. They name persons, so they are stored sealed, and dropped after some days.</summary>
internal sealed class FileStore(PersonCipher cipher, BureauNumbers numbers)
{
    private const string Column = "stored_file.content";

    public static TimeSpan Life { get; } = TimeSpan.FromDays(7);

    public async Task<string> AddAsync(DbSession session, Call call, string name, byte[] content)
    {
        var fileNo = numbers.Next();
        await session.ExecuteAsync("DELETE FROM stored_file WHERE stored_at < @oldest", new { oldest = Oldest(call) });
        await session.ExecuteAsync(
            "INSERT INTO stored_file (file_no, institution, name, content, stored_at) VALUES (@fileNo, @institution, @name, @content, @now)",
            new { fileNo, institution = call.Sender.Code, name, content = cipher.Seal(Column, content), now = call.Now });
        return fileNo;
    }

    /// <summary>Null when the institution has no such file, or it is too old.</summary>
    public async Task<(string Name, byte[] Content)?> FindAsync(DbSession session, Call call, string fileNo)
    {
        var row = await session.FirstOrDefaultAsync<Row>(
            "SELECT name, content FROM stored_file WHERE file_no = @fileNo AND institution = @institution AND stored_at >= @oldest",
            new { fileNo, institution = call.Sender.Code, oldest = Oldest(call) });
        return row is null ? null : (row.Name, cipher.Open(Column, row.Content));
    }

    private static long Oldest(Call call) => (call.ReceivedAt - Life).ToUnixTimeMilliseconds();

    private sealed record Row(string Name, byte[] Content);
}
