using System.Net.Http.Headers;
using YbPay.Interop.Tests.Hosting;
using YbPay.Protocol.Huimin;

namespace YbPay.Interop.Tests;

/// <summary>What sandbox.json tells of the huimin platform is enough to speak to it.</summary>
public sealed class HuiminStandsBeside
{
    [Fact]
    public async Task Each_partner_of_sandbox_json_is_known_under_its_secret_and_no_other()
    {
        await using var world = new World();
        await world.InitializeAsync();
        world.File.HuiminPartners.Count.ShouldBe(2);
        foreach (var partner in world.File.HuiminPartners)
        {
            (await AskAsync(world, partner.PlatformId, partner.Secret)).ShouldBe("1000", "no such transaction, but a genuine message");
            (await AskAsync(world, partner.PlatformId, partner.Secret.ToLowerInvariant())).ShouldBeNull();
        }
    }

    /// <summary>The rtCode; null for a reply that this secret does not open.</summary>
    private static async Task<string?> AskAsync(World world, string platformId, string secret)
    {
        using var http = new HttpClient();
        using var keys = new HuiminKeys(secret);
        var head = HuiminHead.Of(platformId, Guid.NewGuid().ToString("N"), "NONE0001", world.Clock.GetUtcNow());
        using var content = new ByteArrayContent(HuiminEnvelope.SealRequest(keys, head, "{}"u8.ToArray()));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await http.PostAsync($"{world.File.Huimin!.BaseUrl}/huimin/api", content);
        answer.EnsureSuccessStatusCode();
        HuiminEnvelope.OpenReply(keys, await answer.Content.ReadAsByteArrayAsync(), out var reply);
        return reply?.RtCode;
    }
}
