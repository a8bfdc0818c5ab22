using System.Security.Cryptography;
using YbPay.Cli.Bench.Load;
using YbPay.Cli.Demo.Huimin;
using YbPay.Contracts.Huimin;
using YbPay.Protocol.Huimin;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Bench.Huimin;

/// <summary>Sealed uploads (HOS00028) as files, so that sending one costs the load generator neither memory nor cryptography while the platform is measured.</summary>
internal sealed class UploadMessages(SandboxHuiminPartner partner, string folder, int imageBytes, Random random) : IDisposable
{
    private readonly HuiminKeys _keys = new(partner.Secret);

    public void Dispose() => _keys.Dispose();

    /// <summary>As many files, each with an image and a number of its own; good for the five minutes in which a platform takes a message.</summary>
    public IReadOnlyList<string> Write(int count, string idNo, IReadOnlyList<string> visits)
    {
        var files = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var image = new UploadImageRequest
            {
                TreatmentSerialNo = visits[i % visits.Count], IdNo = idNo, FileType = "png", ImageType = "3033", VerifyStatus = "3",
                ImageBase64 = Convert.ToBase64String(GreyPng.Noise(imageBytes, random)),
            };
            var head = HuiminHead.Of(partner.PlatformId, RandomNumberGenerator.GetHexString(32), "HOS00028", TimeProvider.System.GetUtcNow());
            files.Add(Path.Combine(folder, Path.GetRandomFileName()));
            File.WriteAllBytes(files[^1], HuiminEnvelope.SealRequest(_keys, head, HuiminJson.Write(image)));
        }

        return files;
    }

    /// <summary>Sends one and throws <see cref="BenchFailedException"/> unless it was taken; the file is gone afterwards.</summary>
    public async Task SendAsync(HttpClient http, string address, string file, CancellationToken cancel)
    {
        await using (var message = File.OpenRead(file))
        {
            using var content = new StreamContent(message) { Headers = { ContentType = new("application/json") } };
            using var answer = await http.PostAsync(new Uri(address), content, cancel);
            answer.EnsureSuccessStatusCode();
            var fault = HuiminEnvelope.OpenReply(_keys, await answer.Content.ReadAsByteArrayAsync(cancel), out var reply);
            if (reply is not { RtCode: "0000" }) throw new BenchFailedException($"{fault} {reply?.RtCode} {reply?.RtMsg}");
        }

        File.Delete(file);
    }
}
