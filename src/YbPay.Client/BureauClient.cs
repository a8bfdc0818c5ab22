using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using YbPay.Contracts;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Tables;
using YbPay.Contracts.Wallet;
using YbPay.Protocol.Checking;
using YbPay.Protocol.Fsi;

namespace YbPay.Client;

/// <summary>Numbers, signs in, sends, checks, binds.</summary>
internal sealed class BureauClient(IHttpClientFactory clients, IOptions<YbPayBureauOptions> options, TimeProvider time) : IBureauClient
{
    private const string SignIn = "9001";
    private const string SignInInvalid = "SIGN_IN_INVALID";
    private const string MsgidRepeated = "MSGID_REPEATED";

    /// <summary>Other windows of the institution, and the centre for it, draw from the same 10,000 numbers a second; so many in a row are no accident.</summary>
    private const int MostNumbers = 5;

    private readonly BureauConnection _connection = new(clients, options.Value, time);
    private int _sequence = RandomNumberGenerator.GetInt32(FsiNumbers.MsgidsPerSecond);
    private string? _signNo;

    public Task<QueryPersonReply> QueryPersonAsync(QueryPersonRequest request, CancellationToken cancel) =>
        CallAsync<QueryPersonRequest, QueryPersonReply>("1101", request, cancel);

    public Task<CheckTotalsReply> CheckTotalsAsync(CheckTotalsRequest request, CancellationToken cancel) =>
        CallAsync<CheckTotalsRequest, CheckTotalsReply>("3201", request, cancel);

    public Task<QuerySettlementReply> QuerySettlementAsync(QuerySettlementRequest request, CancellationToken cancel) =>
        CallAsync<QuerySettlementRequest, QuerySettlementReply>("5203", request, cancel);

    public Task<QueryWalletReply> QueryWalletAsync(QueryWalletRequest request, CancellationToken cancel) =>
        CallWalletAsync<QueryWalletRequest, QueryWalletReply>("5378", request, cancel);

    public Task<DeductWalletReply> DeductWalletAsync(DeductWalletRequest request, CancellationToken cancel) =>
        CallWalletAsync<DeductWalletRequest, DeductWalletReply>("5379", request, cancel);

    public Task<DeductPersonalAccountReply> DeductPersonalAccountAsync(DeductPersonalAccountRequest request, CancellationToken cancel) =>
        CallWalletAsync<DeductPersonalAccountRequest, DeductPersonalAccountReply>("5369", request, cancel);

    public Task<DeductMutualAidReply> DeductMutualAidAsync(DeductMutualAidRequest request, CancellationToken cancel) =>
        CallWalletAsync<DeductMutualAidRequest, DeductMutualAidReply>("5373", request, cancel);

    private async Task<TReply> CallAsync<TRequest, TReply>(string infno, TRequest request, CancellationToken cancel)
        where TRequest : Contract
        where TReply : Contract
    {
        ArgumentNullException.ThrowIfNull(request);
        return Bind(await SignedAsync(infno, FsiJson.Write(request), cancel).ConfigureAwait(false), FsiJson.Read<TReply>);
    }

    /// <summary>The wallet document's tables describe what stands in input.data and output.result.</summary>
    private async Task<TReply> CallWalletAsync<TRequest, TReply>(string infno, TRequest request, CancellationToken cancel)
        where TRequest : Contract
        where TReply : Contract
    {
        ArgumentNullException.ThrowIfNull(request);
        var input = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, JsonElement> { ["data"] = WalletJson.ToElement(request) }, WalletInputJson.Default.DictionaryStringJsonElement);
        var output = await SignedAsync(infno, input, cancel).ConfigureAwait(false);
        return output.ValueKind == JsonValueKind.Object && output.TryGetProperty("result", out var result)
            ? Bind(result, WalletJson.Read<TReply>)
            : throw YbPayException.UntrustedCore("交易输出没有 result");
    }

    private async Task<JsonElement> SignedAsync(string infno, byte[] input, CancellationToken cancel)
    {
        try
        {
            return await NumberedAsync(infno, input, await SignNoAsync(cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
        }
        catch (YbPayException refused) when (refused.RefusalName == SignInInvalid)
        {
            // Refused before anything was read: the same request may go again under a new sign-in.
            _signNo = null;
            return await NumberedAsync(infno, input, await SignNoAsync(cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
        }
    }

    private async Task<string> SignNoAsync(CancellationToken cancel)
    {
        if (_signNo is { } known) return known;
        var settings = options.Value;
        var input = FsiJson.Write(new SignInRequest { SignIn = new SignInData { OpterNo = settings.Operator, Mac = settings.Mac, Ip = settings.Ip } });
        var output = await NumberedAsync(SignIn, input, null, cancel).ConfigureAwait(false);
        return _signNo = Bind(output, FsiJson.Read<SignInReply>).Signinoutb.SignNo;
    }

    /// <summary>
    /// A number that another took first was refused before anything was read: another one is tried, far from it, because who took it takes
    /// the next ones too.
    /// </summary>
    private async Task<JsonElement> NumberedAsync(string infno, byte[] input, string? signNo, CancellationToken cancel)
    {
        for (var left = MostNumbers; ; left--)
        {
            try
            {
                return await _connection.SendAsync(Head(infno, signNo), input, cancel).ConfigureAwait(false);
            }
            catch (YbPayException refused) when (refused.RefusalName == MsgidRepeated && left > 1)
            {
                Interlocked.Add(ref _sequence, RandomNumberGenerator.GetInt32(FsiNumbers.MsgidsPerSecond));
            }
        }
    }

    private FsiHead Head(string infno, string? signNo)
    {
        var (settings, now) = (options.Value, time.GetUtcNow());
        return new FsiHead
        {
            Infno = infno, Msgid = FsiNumbers.Msgid(settings.FixmedinsCode, now, (int)((uint)Interlocked.Increment(ref _sequence) % FsiNumbers.MsgidsPerSecond)), MdtrtareaAdmvs = settings.Admdvs,
            InsuplcAdmdvs = settings.Admdvs, RecerSysCode = settings.ReceiverCode, OpterType = "1", Opter = settings.Operator, OpterName = settings.OperatorName, InfTime = now,
            FixmedinsCode = settings.FixmedinsCode, FixmedinsName = settings.FixmedinsName, SignNo = signNo,
        };
    }

    /// <summary>An output that is not as published proves nothing about the effect.</summary>
    private static TReply Bind<TReply>(JsonElement output, Func<JsonElement, TReply> read)
        where TReply : Contract
    {
        var problems = CatalogueCheck.Check(Catalogue.For<TReply>(), output).Where(problem => !problem.IsWarning).Select(problem => $"{problem.Path} {problem.Rule}").ToList();
        return problems.Count == 0 ? read(output) : throw YbPayException.UntrustedCore($"交易输出不符合接口规范（{string.Join("、", problems)}）");
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class WalletInputJson : System.Text.Json.Serialization.JsonSerializerContext;
