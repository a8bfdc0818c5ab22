using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using YbPay.Cli.Bench.Load;
using YbPay.Contracts;
using YbPay.Contracts.Fsi;
using YbPay.Protocol.Fsi;

namespace YbPay.Cli.Bench.Bureau;

/// <summary>One institution that speaks FSI to the core, any number of calls at a time. What the core refuses throws.</summary>
internal sealed class CoreCaller(HttpClient http, string institution, string admdvs) : IDisposable
{
    private int _sequence;
    private string? _signNo;

    public async Task SignInAsync(CancellationToken cancel) => _signNo = (await AskAsync<SignInRequest, SignInReply>(
        "9001", new() { SignIn = new() { OpterNo = "0001", Mac = "00-00-00-00-00-00", Ip = "127.0.0.1" } }, cancel)).Signinoutb.SignNo;

    public async Task<TReply> AskAsync<TRequest, TReply>(string infno, TRequest request, CancellationToken cancel)
        where TRequest : Contract
        where TReply : Contract
    {
        using var content = new ByteArrayContent(FsiEnvelope.WriteRequest(Head(infno), FsiJson.Write(request)));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await http.PostAsync(new Uri("/fsi/api/callService", UriKind.Relative), content, cancel);
        var reply = FsiEnvelope.ReadReply(await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancel));
        if (reply is not { Infcode: 0, Output: JsonElement output }) throw new BenchFailedException($"{infno}: {reply?.ErrMsg ?? "no FSI message"}");
        return FsiJson.Read<TReply>(output);
    }

    public void Dispose() => http.Dispose();

    private FsiHead Head(string infno)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new FsiHead
        {
            Infno = infno, Msgid = FsiNumbers.Msgid(institution, now, (int)((uint)Interlocked.Increment(ref _sequence) % 10_000)), MdtrtareaAdmvs = admdvs, InsuplcAdmdvs = admdvs,
            RecerSysCode = "YBPAY", OpterType = "1", Opter = "0001", OpterName = "收费员", InfTime = now, FixmedinsCode = institution,
            FixmedinsName = string.Create(CultureInfo.InvariantCulture, $"压测机构{institution[^3..]}"), SignNo = _signNo,
        };
    }
}
