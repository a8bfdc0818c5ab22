using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using YbPay.Engine.Money;
using YbPay.Huimin.Outside;
using YbPay.Huimin.Persons;
using YbPay.Protocol.Outgoing;

namespace YbPay.Huimin.Insurers;

/// <summary>The insurers over HTTP (docs/huimin/insurer.md).</summary>
internal sealed class HttpInsurer(OutsideOptions options) : IInsurer, IDisposable
{
    /// <summary>A case is never longer on its way than as it is kept: escaped, a Chinese letter takes twice its bytes, and a plus sign six times.</summary>
    private static readonly InsurerJson AsReceived = new(new JsonSerializerOptions(InsurerJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private readonly SignedJson insurer = new(options);

    public async Task<Word<InsurerQuote>> QuoteAsync(string number, InsuredPerson person, InsurerBill bill, CancellationToken cancel)
    {
        var order = new QuoteOrder(number, person.IdNo.Reveal(), bill.VisitNo, bill.SetlId, bill.Total.Value, bill.BasicPaid.Value, bill.ThirdPartyPaid.Value, bill.Own.Value);
        var answer = await insurer.PostAsync("/insurer/quotes", order, InsurerJson.Default.QuoteOrder, InsurerJson.Default.InsurerView, cancel);
        return Words.Of(
            answer, Status, view => view.Number == number,
            view => view.Amount is >= 0 and var amount && (amount == 0 || view.InsuranceId is { Length: > 0 })
                ? new InsurerQuote(number, view.InsuranceId ?? "", view.InsuranceName ?? "", new Fen(amount))
                : null);
    }

    public async Task<Word<InsurerDone>> SettleAsync(string number, string quote, Fen amount, CancellationToken cancel) => Done(
        number, await insurer.PostAsync("/insurer/settlements", new SettlementOrder(number, quote, amount.Value), InsurerJson.Default.SettlementOrder, InsurerJson.Default.InsurerView, cancel));

    public async Task<Word<InsurerDone>> CancelAsync(string number, string settlement, CancellationToken cancel) => Done(
        number, await insurer.PostAsync("/insurer/cancellations", new CancellationOrder(number, settlement), InsurerJson.Default.CancellationOrder, InsurerJson.Default.InsurerView, cancel));

    public async Task<Word<InsurerDone>> SubmitAsync(string number, InsurerCase handedIn, CancellationToken cancel)
    {
        var order = new CaseOrder(
            number, handedIn.CaseNo, handedIn.InsuranceId, handedIn.ClaimType, handedIn.Person.IdNo.Reveal(), handedIn.Person.Name.Reveal(), handedIn.VisitNo,
            [.. handedIn.Documents.Select(document => new CaseDocument(document.Kind, document.Key, JsonNode.Parse(document.Body)))],
            [.. handedIn.Images.Select(image => new CaseImage(image.ImageType, image.FileType, image.Size, image.Digest))]);
        return Done(number, await insurer.PostAsync("/insurer/cases", order, AsReceived.CaseOrder, InsurerJson.Default.InsurerView, cancel));
    }

    public async Task<Word<InsurerDone>> WithdrawAsync(string number, string caseNo, CancellationToken cancel) => Done(
        number, await insurer.PostAsync("/insurer/withdrawals", new WithdrawalOrder(number, caseNo), InsurerJson.Default.WithdrawalOrder, InsurerJson.Default.InsurerView, cancel));

    public async Task<Word<InsurerDone>> AskAsync(string number, CancellationToken cancel) =>
        Done(number, await insurer.GetAsync($"/insurer/orders/{Uri.EscapeDataString(number)}", InsurerJson.Default.InsurerView, cancel));

    public async Task<InsurerStage?> StageAsync(string caseNo, CancellationToken cancel) =>
        await insurer.GetAsync($"/insurer/cases/{Uri.EscapeDataString(caseNo)}", InsurerJson.Default.CaseView, cancel) is Answer<CaseView>.Given { Value: { Stage: { } stage } view } && view.CaseNo == caseNo
            ? new InsurerStage(stage, view.Amount is { } amount ? new Fen(amount) : null, view.Message ?? "")
            : null;

    public void Dispose() => insurer.Dispose();

    private static Word<InsurerDone> Done(string number, Answer<InsurerView> answer) => Words.Of(
        answer, Status, view => view.Number == number, view => view.InsurerNo is { Length: > 0 } insurerNo ? new InsurerDone(insurerNo, new Fen(view.Amount ?? 0)) : null);

    private static (string? Status, string? Message) Status(InsurerView view) => (view.Status, view.Message);
}

internal sealed record QuoteOrder(string Number, string IdNo, string VisitNo, string SetlId, long Total, long BasicPaid, long ThirdPartyPaid, long Own)
{
    public override string ToString() => $"quote {Number}";
}

internal sealed record SettlementOrder(string Number, string Quote, long Amount);

internal sealed record CancellationOrder(string Number, string Settlement);

internal sealed record WithdrawalOrder(string Number, string CaseNo);

internal sealed record CaseOrder(
    string Number, string CaseNo, string InsuranceId, string ClaimType, string IdNo, string Name, string VisitNo, IReadOnlyList<CaseDocument> Documents, IReadOnlyList<CaseImage> Images)
{
    public override string ToString() => $"case {CaseNo}";
}

internal sealed record CaseDocument(string Kind, string Key, JsonNode? Body)
{
    public override string ToString() => $"{Kind} {Key}";
}

internal sealed record CaseImage(string ImageType, string FileType, long Size, string Digest);

internal sealed record InsurerView(string? Number, string? Status, string? InsurerNo, string? InsuranceId, string? InsuranceName, long? Amount, string? Message);

internal sealed record CaseView(string? CaseNo, string? Stage, long? Amount, string? Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(QuoteOrder))]
[JsonSerializable(typeof(SettlementOrder))]
[JsonSerializable(typeof(CancellationOrder))]
[JsonSerializable(typeof(WithdrawalOrder))]
[JsonSerializable(typeof(CaseOrder))]
[JsonSerializable(typeof(InsurerView))]
[JsonSerializable(typeof(CaseView))]
internal sealed partial class InsurerJson : JsonSerializerContext;
