using System.Text.Json;
using YbPay.Bureau.Persons;
using YbPay.Contracts;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;
using YbPay.Contracts.Tables;
using YbPay.Protocol.Checking;

namespace YbPay.Bureau.Door;

/// <summary>What every transaction does first: the catalogue check, binding, and the person's key.</summary>
internal abstract class Transaction<TRequest>(PersonCipher cipher) : ITransaction
    where TRequest : Contract
{
    private const int MostProblems = 4;
    private static readonly ContractTable Table = Catalogue.For<TRequest>();

    public abstract string Infno { get; }

    protected PersonCipher Cipher { get; } = cipher;

    /// <summary>The person that the message names; null when the transaction names none.</summary>
    protected virtual string? PsnNo(TRequest request) => null;

    /// <summary>What the request's table describes: the whole input, or a node of it; null when the node is not there.</summary>
    protected virtual JsonElement? Described(JsonElement input) => input;

    protected virtual TRequest Bind(JsonElement described) => FsiJson.Read<TRequest>(described);

    /// <param name="personKey">Empty when the transaction names no person.</param>
    protected abstract Task<Outcome<JsonElement>> HandleAsync(Call call, TRequest request, string personKey, CancellationToken cancel);

    public async Task<Outcome<JsonElement>> RunAsync(Call call, CancellationToken cancel)
    {
        if (Described(call.Input) is not { } described) return Refusals.InputInvalid.With("缺少 data");
        if (Problems(described) is { } problems) return Refusals.InputInvalid.With(problems);
        var request = Bind(described);
        if (PsnNo(request) is not { } psnNo) return await HandleAsync(call, request, "", cancel);
        if (string.IsNullOrEmpty(call.Head.InsuplcAdmdvs)) return Refusals.InsuredRegionMissing;
        return await HandleAsync(call, request, Cipher.Key(psnNo), cancel);
    }

    private static string? Problems(JsonElement input)
    {
        var errors = CatalogueCheck.Check(Table, input).Where(problem => !problem.IsWarning).ToList();
        if (errors.Count == 0) return null;
        var shown = string.Join("；", errors.Take(MostProblems).Select(problem => $"{problem.Path} {problem.Message}"));
        return errors.Count > MostProblems ? $"{shown} 等{errors.Count}项" : shown;
    }
}
