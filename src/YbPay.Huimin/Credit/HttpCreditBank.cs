using System.Text.Json.Serialization;
using YbPay.Contracts;
using YbPay.Engine.Money;
using YbPay.Huimin.Outside;
using YbPay.Huimin.Persons;
using YbPay.Protocol.Outgoing;

namespace YbPay.Huimin.Credit;

/// <summary>The credit bank over HTTP (docs/huimin/credit-bank.md).</summary>
internal sealed class HttpCreditBank(OutsideOptions options) : ICreditBank, IDisposable
{
    private readonly SignedJson bank = new(options);

    public async Task<IReadOnlyList<CreditAccount>?> AccountsAsync(InsuredPerson person, CancellationToken cancel)
    {
        var asked = new BankPerson(person.IdNo.Reveal(), person.Name.Reveal(), person.Mobile.Reveal());
        var answer = await bank.PostAsync("/credit/accounts", asked, CreditJson.Default.BankPerson, CreditJson.Default.BankAccounts, cancel);
        return answer is Answer<BankAccounts>.Given { Value.Accounts: { } accounts }
            ? [.. accounts.Select(account => new CreditAccount(account.AccType, new Personal(account.AccountNo), account.Label))]
            : null;
    }

    public async Task<Word<CreditAgreement>> AgreeAsync(string number, InsuredPerson person, CreditAccount account, CancellationToken cancel)
    {
        var order = new AgreementOrder(number, person.IdNo.Reveal(), person.Name.Reveal(), account.AccountNo.Reveal());
        return Agreement(number, await bank.PostAsync("/credit/agreements", order, CreditJson.Default.AgreementOrder, CreditJson.Default.BankOrderView, cancel));
    }

    public async Task<Word<CreditTaken>> PayAsync(string number, Personal agreementNo, Fen amount, string purpose, CancellationToken cancel)
    {
        var order = new PaymentOrder(number, agreementNo.Reveal(), amount.Value, purpose);
        return Taken(number, amount, await bank.PostAsync("/credit/payments", order, CreditJson.Default.PaymentOrder, CreditJson.Default.BankOrderView, cancel));
    }

    public async Task<Word<CreditReturned>> RefundAsync(string number, string payment, Fen amount, string purpose, CancellationToken cancel)
    {
        var order = new RefundOrder(number, payment, amount.Value, purpose);
        return Returned(number, amount, await bank.PostAsync("/credit/refunds", order, CreditJson.Default.RefundOrder, CreditJson.Default.BankOrderView, cancel));
    }

    public async Task<Word<CreditAgreement>> AskAgreementAsync(string number, CancellationToken cancel) => Agreement(number, await AskAsync(number, cancel));

    public async Task<Word<CreditTaken>> AskPaymentAsync(string number, Fen amount, CancellationToken cancel) => Taken(number, amount, await AskAsync(number, cancel));

    public async Task<Word<CreditReturned>> AskRefundAsync(string number, Fen amount, CancellationToken cancel) => Returned(number, amount, await AskAsync(number, cancel));

    public async Task<IReadOnlyList<CreditStatementLine>?> StatementAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        var answer = await bank.GetAsync($"/credit/statement?from={from.ToUnixTimeMilliseconds()}&to={to.ToUnixTimeMilliseconds()}", CreditJson.Default.BankStatement, cancel);
        return answer is Answer<BankStatement>.Given { Value.Rows: { } rows } ? [.. rows.Select(row => new CreditStatementLine(row.Number, new Fen(row.Amount)))] : null;
    }

    public void Dispose() => bank.Dispose();

    private Task<Answer<BankOrderView>> AskAsync(string number, CancellationToken cancel) =>
        bank.GetAsync($"/credit/orders/{Uri.EscapeDataString(number)}", CreditJson.Default.BankOrderView, cancel);

    private static Word<CreditAgreement> Agreement(string number, Answer<BankOrderView> answer) => Words.Of(
        answer, Status, view => view.Number == number,
        view => view is { AgreementNo: { Length: > 0 } agreement, AccType: { } accType, BankNo: { } bankNo } ? new CreditAgreement(new Personal(agreement), accType, view.Label ?? "", bankNo) : null);

    private static Word<CreditTaken> Taken(string number, Fen amount, Answer<BankOrderView> answer) => Words.Of(
        answer, Status, view => view.Number == number && (view.Amount is null || view.Amount == amount.Value),
        view => view is { BankNo: { Length: > 0 } bankNo, AccType: { } accType, Card: { } card, Amount: { } taken } && taken == amount.Value && (view.Discount ?? 0) is >= 0 and var discount && discount <= taken
            ? new CreditTaken(bankNo, accType, card, new Fen(discount), view.Coupon, DateTimeOffset.FromUnixTimeMilliseconds(view.At))
            : null);

    private static Word<CreditReturned> Returned(string number, Fen amount, Answer<BankOrderView> answer) => Words.Of(
        answer, Status, view => view.Number == number && (view.Amount is null || view.Amount == amount.Value),
        view => view.BankNo is { Length: > 0 } bankNo ? new CreditReturned(bankNo, DateTimeOffset.FromUnixTimeMilliseconds(view.At)) : null);

    private static (string? Status, string? Message) Status(BankOrderView view) => (view.Status, view.Message);
}

/// <summary>Prints nothing of the person.</summary>
internal sealed record BankPerson(string IdNo, string Name, string Mobile)
{
    public override string ToString() => "***";
}

internal sealed record BankAccount(string AccType, string AccountNo, string Label)
{
    public override string ToString() => AccType;
}

internal sealed record BankAccounts(IReadOnlyList<BankAccount> Accounts);

internal sealed record AgreementOrder(string Number, string IdNo, string Name, string AccountNo)
{
    public override string ToString() => $"agreement {Number}";
}

internal sealed record PaymentOrder(string Number, string AgreementNo, long Amount, string Purpose)
{
    public override string ToString() => $"payment {Number}";
}

internal sealed record RefundOrder(string Number, string Payment, long Amount, string Purpose);

internal sealed record BankOrderView(
    string? Number, string? Status, string? BankNo, string? AgreementNo, string? AccType, string? Card, string? Label, long? Amount, long? Discount, string? Coupon, string? Message, long At)
{
    public override string ToString() => $"{Status} {Number}";
}

internal sealed record BankStatementRow(string Number, long Amount);

internal sealed record BankStatement(IReadOnlyList<BankStatementRow> Rows);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BankPerson))]
[JsonSerializable(typeof(BankAccounts))]
[JsonSerializable(typeof(AgreementOrder))]
[JsonSerializable(typeof(PaymentOrder))]
[JsonSerializable(typeof(RefundOrder))]
[JsonSerializable(typeof(BankOrderView))]
[JsonSerializable(typeof(BankStatement))]
internal sealed partial class CreditJson : JsonSerializerContext;
