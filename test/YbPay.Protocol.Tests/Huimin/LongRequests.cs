using YbPay.Protocol.Huimin;

namespace YbPay.Protocol.Tests.Huimin;

public class LongRequests
{
    private const int ThreeMegabytes = 3_000_000;

    [Fact]
    public void However_the_body_comes_in_it_opens_to_the_same()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var clear = new byte[random.Next(1, seed % 10 == 0 ? 120_000 : 400)];
            random.NextBytes(clear);
            var body = HuiminEnvelope.SealRequest(Parties.Keys, Parties.Head, clear);
            using var slow = new Dribble([.. new byte[seed], .. body], random, random.Next(2) == 0 ? 7 : 50_000);
            slow.Position = seed;
            using var got = new MemoryStream();
            HuiminEnvelope.ReadRequest(slow, HuiminLimits.Default, out var request).ShouldBe(HuiminFault.None, $"seed {seed}");
            request!.Head.ShouldBe(Parties.Head with { Unknown = request.Head.Unknown });
            request.Open(Parties.Keys, Parties.At(Parties.Now), got).ShouldBe(HuiminFault.None, $"seed {seed}");
            got.ToArray().ShouldBe(clear, $"seed {seed}");
        }
    }

    [Fact]
    public void A_broken_body_gives_the_same_fault_however_it_comes_in()
    {
        var random = new Random(5);
        var good = HuiminEnvelope.SealRequest(Parties.Keys, Parties.Head, Parties.Clear);
        for (var i = 0; i < 3000; i++)
        {
            var changed = good.ToArray();
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            var whole = Parties.Open(changed, out _);
            using var slow = new Dribble(changed, random, 9);
            var fault = HuiminEnvelope.ReadRequest(slow, HuiminLimits.Default, out var request);
            (fault == HuiminFault.None ? request!.Open(Parties.Keys, Parties.At(Parties.Now), new MemoryStream()) : fault).ShouldBe(whole);
        }
    }

    /// <summary>What a thread allocates bounds what it holds: all buffers are rented and small, so eight uploads at once stay far below 20 MB.</summary>
    [Fact]
    public async Task Eight_images_at_once_are_opened_without_memory_of_their_size()
    {
        var image = new byte[ThreeMegabytes];
        new Random(3).NextBytes(image);
        var content = Parties.Bytes($$"""{"treatmentSerialNo":"1","fileType":"jpg","imageBase64":"{{Convert.ToBase64String(image)}}","imageType":"0001"}""");
        var body = HuiminEnvelope.SealRequest(Parties.Keys, Parties.Head with { TransCode = "HOS00028" }, content);
        body.Length.ShouldBeGreaterThan(8_000_000);
        OpenOne(body).Fault.ShouldBe(LongTextFault.None); // what is made once is made now

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(() => OpenOne(body), TaskCreationOptions.LongRunning)));
        foreach (var (fault, decoded, allocated) in all)
        {
            (fault, decoded).ShouldBe((LongTextFault.None, ThreeMegabytes));
            allocated.ShouldBeLessThan(256 * 1024);
        }
    }

    private static (LongTextFault Fault, long Decoded, long Allocated) OpenOne(byte[] body)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var stream = new MemoryStream(body, writable: false);
        using var content = new LongTextStream("imageBase64", Stream.Null, 64 * 1024, ThreeMegabytes);
        HuiminEnvelope.ReadRequest(stream, HuiminLimits.Default, out var request).ShouldBe(HuiminFault.None);
        request!.Open(Parties.Keys, Parties.At(Parties.Now), content).ShouldBe(HuiminFault.None);
        return (content.Finish(), content.DecodedLength, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
