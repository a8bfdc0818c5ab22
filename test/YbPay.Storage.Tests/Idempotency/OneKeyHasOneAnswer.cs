using YbPay.Storage.Idempotency;

namespace YbPay.Storage.Tests.Idempotency;

public sealed class OneKeyHasOneAnswer
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_many_that_claim_a_key_one_gets_it(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        var claims = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => ClaimAsync(test, "6201", "K", "d" + i, 1000, 2000)));
        claims.Count(c => c is null).ShouldBe(1);
        claims.Where(c => c is not null).ShouldAllBe(c => c!.Digest == "d" + Array.IndexOf(claims, null) && c.Answer == null);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_first_answer_stays(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        (await ClaimAsync(test, "6201", "K", "d", 1000, 2000)).ShouldBeNull();
        await test.Database.WriteAsync(s => IdempotencyStore.AnswerAsync(s, "6201", "K", [1]));
        await test.Database.WriteAsync(s => IdempotencyStore.AnswerAsync(s, "6201", "K", [2]));
        await test.Database.WriteAsync(s => IdempotencyStore.ReleaseAsync(s, "6201", "K"));
        var standing = await ClaimAsync(test, "6201", "K", "other", 1000, 2000);
        (standing!.Scope, standing.Key, standing.Digest).ShouldBe(("6201", "K", "d"));
        standing.Answer.ShouldBe([1]);
        (await test.Database.ReadAsync(s => IdempotencyStore.FindAsync(s, "6202", "K"))).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_released_key_may_be_claimed_again(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await ClaimAsync(test, "6201", "K", "d1", 1000, 2000);
        await test.Database.WriteAsync(s => IdempotencyStore.ReleaseAsync(s, "6201", "K"));
        (await ClaimAsync(test, "6201", "K", "d2", 1000, 2000)).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_expired_key_is_free_and_is_swept(string kind)
    {
        await using var test = await TestDatabase.OpenAsync(kind);
        await ClaimAsync(test, "6201", "K", "d1", 1000, 2000);
        await test.Database.WriteAsync(s => IdempotencyStore.AnswerAsync(s, "6201", "K", [1]));
        (await ClaimAsync(test, "6201", "K", "d2", 1999, 3000))!.Digest.ShouldBe("d1");
        (await ClaimAsync(test, "6201", "K", "d2", 2000, 3000)).ShouldBeNull();
        (await test.Database.ReadAsync(s => IdempotencyStore.FindAsync(s, "6201", "K")))!.Answer.ShouldBeNull();
        (await test.Database.WriteAsync(s => IdempotencyStore.SweepAsync(s, 3000))).ShouldBe(0);
        (await test.Database.WriteAsync(s => IdempotencyStore.SweepAsync(s, 3001))).ShouldBe(1);
    }

    /// <summary>Null when the key is ours now, otherwise what stands there already.</summary>
    private static async Task<IdempotencyRow?> ClaimAsync(TestDatabase test, string scope, string key, string digest, long now, long expiresAt)
    {
        try
        {
            await test.Database.WriteAsync(s => IdempotencyStore.ClaimLaterAsync(s, scope, key, digest, now, expiresAt, () => new TakenException()));
            return null;
        }
        catch (TakenException)
        {
            return (await test.Database.ReadAsync(s => IdempotencyStore.FindAsync(s, scope, key))).ShouldNotBeNull("the first one's row is there when the second is told");
        }
    }

    private sealed class TakenException : Exception;
}
