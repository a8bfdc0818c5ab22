using System.Security.Cryptography;
using YbPay.Huimin.Credit;
using YbPay.Huimin.Door;
using YbPay.Huimin.Persons;
using YbPay.Huimin.Running;
using YbPay.Storage;

namespace YbPay.Huimin.Features.Enrolment;

/// <summary>
/// The enrolment_pages table. An address is 32 random bytes, kept as a hash: who reads the database cannot open one. It is given to the
/// hospital once and asked for anew with every HOS00025 and HOS00001; earlier ones of the person stay good for their time.
/// </summary>
internal sealed class EnrolmentPages(HuiminBooks books, IInsuranceQuery insurance)
{
    private const string Columns = "page_hash, hospital_id, person_key, person, accounts, tries, insutype, enrolment_id, expires_at";
    private const int SweepEvery = 256;
    private static readonly TimeSpan KeptAfter = TimeSpan.FromDays(1);
    private long made;

    /// <summary>Makes an address for a person; gives it whole.</summary>
    public async Task<string> MakeAsync(Call call, InsuredPerson person, string visitNo)
    {
        var insutype = books.Options.Retired ? await insurance.AskAsync(call.Partner, person) : null;
        var secret = RandomNumberGenerator.GetHexString(64, lowercase: true);
        var now = books.Now;
        if (Interlocked.Increment(ref made) % SweepEvery == 0) await SweepAsync(now);
        await books.Database.InsertAsync("""
            INSERT INTO enrolment_pages (page_hash, hospital_id, visit_no, city_code, person_key, person, insutype, created_at, expires_at)
            VALUES (@hash, @HospitalId, @visitNo, @cityCode, @personKey, @sealed, @insutype, @now, @until)
            """, new
        {
            hash = HashOf(secret), call.HospitalId, visitNo, cityCode = call.Partner.CityCode, personKey = person.Key(books.Cipher), @sealed = person.Seal(books.Cipher), insutype, now,
            until = now + (long)books.Options.EnrolmentPageLife.TotalMilliseconds,
        });
        return $"{books.Options.PublicBase.TrimEnd('/')}{EnrolmentDoor.Path}/{secret}";
    }

    /// <summary>Also one whose time is over; null when there never was such an address, or not for long.</summary>
    public Task<EnrolmentPageRow?> FindAsync(string secret) => secret.Length != 64
        ? Task.FromResult<EnrolmentPageRow?>(null)
        : books.Database.ReadAsync(session => FindAsync(session, HashOf(secret)));

    public static Task<EnrolmentPageRow?> FindAsync(DbSession session, string pageHash) =>
        session.FirstOrDefaultAsync<EnrolmentPageRow>($"SELECT {Columns} FROM enrolment_pages WHERE page_hash = @pageHash", new { pageHash });

    /// <summary>Keeps what the bank offered. The first word counts, so that a choice by place means the same to every browser; gives what stands.</summary>
    public async Task<IReadOnlyList<CreditAccount>> OfferAsync(EnrolmentPageRow page, IReadOnlyList<CreditAccount> accounts)
    {
        var cell = EnrolmentPageRow.SealAccounts(books.Cipher, accounts);
        var stands = await books.Database.WriteAsync(async session =>
        {
            await session.LaterAsync("UPDATE enrolment_pages SET accounts = @cell WHERE page_hash = @PageHash AND accounts IS NULL", new { cell, page.PageHash });
            return await FindAsync(session, page.PageHash);
        });
        return stands?.OpenAccounts(books.Cipher) ?? [];
    }

    /// <summary>A wrong ending was told. Gives how many tries are left; null when there was none left for this one.</summary>
    public Task<long?> WrongAsync(EnrolmentPageRow page) => books.Database.WriteAsync(async session =>
        await session.ExecuteAsync("UPDATE enrolment_pages SET tries = tries + 1 WHERE page_hash = @PageHash AND tries < @most", new { page.PageHash, most = (long)EnrolmentPageRow.MostTries }) == 1
            ? EnrolmentPageRow.MostTries - (await FindAsync(session, page.PageHash))!.Tries
            : (long?)null);

    /// <summary>
    /// Takes the page for signing: false when it signs something else by now than when it was read, or its tries are used up: of guesses at the same moment
    /// a right one after the last wrong one counts for nothing. Until the transaction ends nobody else takes it.
    /// </summary>
    public static async Task<bool> TakeAsync(DbSession session, EnrolmentPageRow page) => await session.FirstOrDefaultAsync<string>(
        $"SELECT COALESCE(enrolment_id, '') FROM enrolment_pages WHERE page_hash = @PageHash AND tries < @most{session.Dialect.ForUpdate()}",
        new { page.PageHash, most = (long)EnrolmentPageRow.MostTries }) == (page.EnrolmentId ?? "");

    /// <summary>The page signs this enrolment now.</summary>
    public static Task UseAsync(DbSession session, EnrolmentPageRow page, string enrolmentId) => session.LaterAsync(
        "UPDATE enrolment_pages SET enrolment_id = @enrolmentId WHERE page_hash = @PageHash", new { enrolmentId, page.PageHash });

    private static string HashOf(string secret) => Digests.Of($"enrolment page|{secret}");

    private Task<int> SweepAsync(long now) => books.Database.WriteAsync(session => session.ExecuteAsync(
        "DELETE FROM enrolment_pages WHERE expires_at < @before", new { before = now - (long)KeptAfter.TotalMilliseconds }));
}
