using System.Text.Json;
using YbPay.Contracts;
using YbPay.Contracts.Huimin;
using YbPay.Contracts.Outcomes;
using YbPay.Contracts.Tables;
using YbPay.Protocol.Checking;

namespace YbPay.Huimin.Door;

/// <summary>What every transaction does first: the catalogue check, binding, and that the hospital named is the one that sends.</summary>
internal abstract class Transaction<TRequest>(string transCode) : ITransaction
    where TRequest : Contract
{
    private const int MostProblems = 20;
    private static readonly ContractTable Table = Catalogue.For<TRequest>();

    public string TransCode => transCode;

    public virtual bool IsRetired => false;

    public virtual ContentReceiver Receive() => new MemoryReceiver();

    /// <summary>The hospital that the message names; null when its table has none.</summary>
    protected virtual (string HospitalId, string CityCode)? Hospital(TRequest request) => null;

    protected abstract Task<Outcome<TransactionReply>> HandleAsync(Call call, TRequest request, ContentReceiver content);

    public virtual async Task<Outcome<TransactionReply>> RunAsync(Call call, ContentReceiver content)
    {
        JsonDocument message;
        try
        {
            message = JsonDocument.Parse(content.Message);
        }
        catch (JsonException)
        {
            return Refusals.MessageInvalid.With("业务数据不是JSON");
        }

        using (message)
        {
            var problems = CatalogueCheck.Check(Table, message.RootElement).Where(problem => !problem.IsWarning).ToList();
            if (problems.Count > 0) return Refusals.MessageInvalid.With(string.Join("；", problems.Take(MostProblems).Select(problem => $"{problem.Path} {problem.Message}")));
            var request = HuiminJson.Read<TRequest>(message.RootElement);
            if (Hospital(request) is var (hospitalId, cityCode) && (hospitalId != call.Partner.HospitalId || cityCode != call.Partner.CityCode)) return Refusals.HospitalDiffers;
            return await HandleAsync(call, request, content);
        }
    }

    protected static TransactionReply Reply<TReply>(TReply reply, Refusal? but = null)
        where TReply : Contract => new(HuiminJson.Write(reply), but);
}
