using System.Text;
using YbPay.Cryptography;
using YbPay.Protocol.MobilePay;

namespace YbPay.Cli.Bench.Crypto;

/// <summary>One operation of one backend on one size: operations a second on one core, the median round and the spread.</summary>
internal sealed record CryptoFigure(string Backend, string Operation, int Bytes, double Median, double Least, double Most)
{
    /// <summary>Seal and open: median over rounds of (its time / the time of its cryptography alone, measured in turns with it).</summary>
    public double? Ratio { get; init; }
}

/// <summary>Measures the cryptography and the envelope around it, one core at a time, each backend for itself.</summary>
internal sealed class CryptoBench(int rounds, TimeSpan round)
{
    private static readonly int[] Sizes = [2 * 1024, 16 * 1024];

    public IReadOnlyList<CryptoFigure> Run(Action<CryptoFigure> tell)
    {
        var figures = new List<CryptoFigure>();
        foreach (var backend in CryptoBackends.Available)
        {
            foreach (var size in Sizes)
            {
                foreach (var figure in Measure(backend, size))
                {
                    figures.Add(figure);
                    tell(figure);
                }
            }
        }

        return figures;
    }

    private IEnumerable<CryptoFigure> Measure(CryptoBackend backend, int size)
    {
        using var hospital = Sm2PrivateKey.Generate(backend);
        using var center = Sm2PrivateKey.Generate(backend);
        using var dataKey = new Sm4Key("A0B1C2D3E4F5A6B7"u8, backend);
        using var ours = new MobileKeys("43AF047BBA47FC8A1AE8EFB232BDBBCB", "4117E877F5FA0A0188891283E4B617D5", hospital, center.PublicKey, backend);
        using var theirs = new MobileKeys("43AF047BBA47FC8A1AE8EFB232BDBBCB", "4117E877F5FA0A0188891283E4B617D5", center, hospital.PublicKey, backend);
        var data = Bill(size);
        var now = TimeProvider.System.GetUtcNow();
        var freshness = new ClockFreshness(TimeProvider.System);
        var text = MobileEnvelope.RequestTextToSign(ours, data, now);
        var envelope = MobileEnvelope.SealRequest(ours, data, now);
        var (signature, cipherText) = EnvelopeCryptography.Seal(ours, text, data);

        yield return Figure("sign", Paired(() => hospital.Sign(text), null));
        yield return Figure("verify", Paired(() => hospital.PublicKey.Verify(text, signature), null));
        yield return Figure("seal", Paired(() => MobileEnvelope.SealRequest(ours, data, now), () => EnvelopeCryptography.Seal(ours, text, data)));
        yield return Figure("open", Paired(() => Open(theirs, envelope, freshness), () => EnvelopeCryptography.Open(theirs, text, cipherText, signature)));

        CryptoFigure Figure(string operation, PairedTimes times) =>
            new(backend.Name, operation, size, times.Median, times.Least, times.Most) { Ratio = times.Ratio };
    }

    private PairedTimes Paired(Action whole, Action? alone) => PairedTimes.Measure(whole, alone, rounds, round);

    private static void Open(MobileKeys keys, byte[] envelope, IFreshness freshness)
    {
        var fault = MobileEnvelope.Open(keys, envelope, freshness, CanonicalVariant.Default, out _);
        if (fault != EnvelopeFault.None) throw new InvalidOperationException($"The envelope that was sealed a moment ago does not open: {fault}.");
    }

    /// <summary>A bill in its own proportions, as many lines as fit.</summary>
    private static byte[] Bill(int size)
    {
        const string head = """{"orgCodg":"H44010000001","medOrgOrd":"MO20260101","userName":"张三","medfeeSumamt":456.00,"feedetailList":[""";
        var text = new StringBuilder(head);
        var line = """{"feedetlSn":"2026010112000012301","medListCodg":"XJ01CAA040E001010101745","medListName":"阿莫西林胶囊","detItemFeeSumamt":20.40,"cnt":2,"pric":10.20,"rxCircFlag":"0","bilgDrName":"示例医师","memo":""}""";
        while (Encoding.UTF8.GetByteCount(text.ToString()) + Encoding.UTF8.GetByteCount(line) + 3 <= size) text.Append(text.Length == head.Length ? "" : ",").Append(line);
        return Encoding.UTF8.GetBytes(text.Append("]}").ToString());
    }
}
