using System.Text.Json;

namespace YbPay.Cli.Demo.Huimin;

/// <summary>Reads the transCode of everything that goes out, from the envelope itself.</summary>
internal sealed class CountedTransactions(ISet<string> called) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            using var envelope = await JsonDocument.ParseAsync(await content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
            called.Add(envelope.RootElement.GetProperty("transCode").GetString()!);
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
