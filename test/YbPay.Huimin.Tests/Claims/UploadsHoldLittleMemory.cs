using YbPay.Huimin.Tests.Hosting;
using YbPay.Protocol.Huimin;

namespace YbPay.Huimin.Tests.Claims;

/// <summary>Measures: neither beside each other nor beside any other test of this project.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public sealed class AloneInTheProcess;

[Collection(nameof(AloneInTheProcess))]
public sealed class UploadsHoldLittleMemory
{
    private const int ThreeMegabytes = 3 * 1024 * 1024;

    /// <summary>Not what is held at a moment but all that is ever allocated, client included: what is never allocated cannot be held.</summary>
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Eight_images_of_3_MB_at_once_allocate_less_than_one_of_them_each(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await new TestCase(host.First, TestPatient.Rich).ApplyAsync();
        await claim.HasBeenToldAsync("letter");
        (await Task.WhenAll(Enumerable.Range(0, 8).Select(i => claim.SendImageAsync(Images.PngOf(100_000, $"to warm up {i}"))))).ShouldAllBe(reply => reply.RtCode == "0000");
        var bodies = Enumerable.Range(0, 8).Select(i => claim.Hospital.Seal("HOS00028", claim.Image(Images.PngOf(ThreeMegabytes, $"page {i}")))).ToList();
        bodies.Sum(body => body.LongLength).ShouldBeGreaterThan(8 * 8_000_000L);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var answers = await Task.WhenAll(bodies.Select(claim.Hospital.PostAsync));
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        using var keys = new HuiminKeys(TestHospital.Partners[0].Secret);
        foreach (var answer in answers)
        {
            HuiminEnvelope.OpenReply(keys, answer, out var reply).ShouldBe(HuiminFault.None);
            (reply!.RtCode, reply.RtMsg).ShouldBe(("0000", "成功"));
        }

        (await host.NumberAsync($"SELECT COUNT(*) FROM case_images WHERE size = {ThreeMegabytes}")).ShouldBe(8);
        allocated.ShouldBeLessThan(20L * 1024 * 1024);
    }
}
