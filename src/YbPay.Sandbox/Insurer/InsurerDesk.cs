using System.Globalization;
using Microsoft.AspNetCore.Http;
using YbPay.Sandbox.Bank;
using YbPay.Sandbox.Orders;
using YbPay.Storage;

namespace YbPay.Sandbox.Insurer;

/// <summary>What the huimin platform can order of the insurer. Each order has one effect however often it is sent.</summary>
public sealed class InsurerDesk
{
    private const int LongestText = 128;
    private const string Ordered = "模拟保险公司按指令拒绝";

    private readonly InsurerDatabase _database;
    private readonly InsurerWork _work;
    private readonly BankNumbers _numbers;
    private readonly PersonIndex _persons;

    internal InsurerDesk(InsurerDatabase database, InsurerWork work, BankNumbers numbers, PersonIndex persons, OrderLevers levers) =>
        (_database, _work, _numbers, _persons, Levers) = (database, work, numbers, persons, levers);

    /// <summary>What control tells the insurer to do with orders to come.</summary>
    public OrderLevers Levers { get; }

    /// <summary>What is insured, and who is.</summary>
    public InsuranceBook Book => _work.Book;

    /// <summary>The index under which levers name a person.</summary>
    public string PersonOf(string idNo) => _persons.Of(idNo);

    public Task<BankReply> QuoteAsync(BankMerchant merchant, QuoteOrder wanted, CancellationToken cancel) => CarryOutAsync(
        InsurerChecks.Problem(wanted),
        new()
        {
            Merchant = merchant.Id, Number = wanted.Number, Kind = InsurerOrderKind.Quote, Person = _persons.Of(wanted.IdNo), VisitNo = wanted.VisitNo, Asked = Math.Max(0, InsurerRules.CostsOf(wanted)),
            Digest = BankNumbers.Digest(InsurerOrderKind.Quote, _persons.Of(wanted.IdNo), wanted.VisitNo, wanted.SetlId, Digits(wanted.Total), Digits(wanted.BasicPaid), Digits(wanted.ThirdPartyPaid), Digits(wanted.Own)),
        },
        cancel);

    public Task<BankReply> SettleAsync(BankMerchant merchant, SettlementOrder wanted, CancellationToken cancel) => CarryOutAsync(
        InsurerChecks.Problem(wanted),
        new()
        {
            Merchant = merchant.Id, Number = wanted.Number, Kind = InsurerOrderKind.Settlement, Reference = wanted.Quote, Asked = wanted.Amount,
            Digest = BankNumbers.Digest(InsurerOrderKind.Settlement, wanted.Quote, Digits(wanted.Amount)),
        },
        cancel);

    public Task<BankReply> CancelAsync(BankMerchant merchant, CancellationOrder wanted, CancellationToken cancel) => CarryOutAsync(
        null,
        new()
        {
            Merchant = merchant.Id, Number = wanted.Number, Kind = InsurerOrderKind.Cancellation, Reference = wanted.Settlement,
            Digest = BankNumbers.Digest(InsurerOrderKind.Cancellation, wanted.Settlement),
        },
        cancel);

    /// <summary>Reads the documents at once and keeps of them what decides: the sum, and what speaks against it.</summary>
    public Task<BankReply> ReceiveAsync(BankMerchant merchant, CaseOrder wanted, CancellationToken cancel)
    {
        var sum = _work.Book.Find(wanted.InsuranceId) is { } plan ? CaseReading.Read(wanted, plan) : new CaseSum(0, "");
        var (person, holder) = (_persons.Of(wanted.IdNo), _persons.Of(wanted.IdNo, wanted.Name));
        return CarryOutAsync(
            InsurerChecks.Problem(wanted),
            new()
            {
                Merchant = merchant.Id, Number = wanted.Number, Kind = InsurerOrderKind.Case, Person = person, Reference = wanted.CaseNo, VisitNo = wanted.VisitNo,
                InsuranceId = wanted.InsuranceId, Asked = sum.Costs, Content = $"{holder}\n{sum.Refusal}",
                Digest = BankNumbers.Digest(
                [
                    InsurerOrderKind.Case, wanted.CaseNo, wanted.InsuranceId, wanted.ClaimType, holder, wanted.VisitNo,
                    .. wanted.Documents.Select(document => $"{document.Kind}\n{document.Key}\n{document.Body.GetRawText()}"), .. wanted.Images.Select(image => $"{image.ImageType}\n{image.Digest}"),
                ]),
            },
            cancel);
    }

    public Task<BankReply> WithdrawAsync(BankMerchant merchant, WithdrawalOrder wanted, CancellationToken cancel) => CarryOutAsync(
        null,
        new()
        {
            Merchant = merchant.Id, Number = wanted.Number, Kind = InsurerOrderKind.Withdrawal, Reference = wanted.CaseNo,
            Digest = BankNumbers.Digest(InsurerOrderKind.Withdrawal, wanted.CaseNo),
        },
        cancel);

    public async Task<BankReply> QueryAsync(BankMerchant merchant, string number, CancellationToken cancel)
    {
        var order = await _database.Opened.WriteAsync(
            async session =>
            {
                await _work.FinishDueAsync(session, _work.Now);
                return await InsurerOrderTable.FindAsync(session, merchant.Id, number);
            },
            cancel);
        return order is null ? BankReply.Unknown("请求") : BankReply.Ok(View(order));
    }

    public async Task<BankReply> CaseAsync(BankMerchant merchant, string caseNo, CancellationToken cancel) =>
        await CaseOfAsync(merchant.Id, caseNo, cancel) is { } found ? BankReply.Ok(found) : BankReply.Unknown("案件");

    /// <summary>A case of the one platform that the insurer works for; null when there is none of this number.</summary>
    public Task<CaseView?> ShowAsync(string caseNo, CancellationToken cancel) => CaseOfAsync(_work.Platform, caseNo, cancel);

    /// <summary>Moves open cases on now; how many that were.</summary>
    /// <param name="caseNo">Only this one; null for all.</param>
    /// <param name="toTheEnd">All stages, and what waits is carried out first; otherwise one stage.</param>
    public Task<int> MoveOnAsync(string? caseNo, bool toTheEnd, CancellationToken cancel) => _database.Opened.WriteAsync(
        async session =>
        {
            var now = _work.Now;
            await _work.FinishDueAsync(session, now);
            var waiting = toTheEnd && caseNo is null ? await InsurerOrderTable.DueAsync(session, long.MaxValue) : [];
            foreach (var order in waiting) await _work.FinishAsync(session, order, now);
            var open = (await CaseTable.DueAsync(session, long.MaxValue)).Where(row => caseNo is null || row.CaseNo == caseNo).ToList();
            foreach (var row in open)
            {
                var at = await _work.Cases.MoveAsync(session, row, now);
                while (toTheEnd && at is { NextAt: not null }) at = await _work.Cases.MoveAsync(session, at, now);
            }

            return waiting.Count + open.Count;
        },
        cancel);

    /// <summary>Has a case refused that is not decided yet. False when there is none such.</summary>
    public Task<bool> RefuseCaseAsync(string caseNo, CancellationToken cancel) => _database.Opened.WriteAsync(session => CaseTable.SetRefusalAsync(session, caseNo, Ordered + "赔付"), cancel);

    /// <summary>What settlements have used of all policies and no cancellation has given back, in fen.</summary>
    public Task<long> SettledAsync(CancellationToken cancel) => _database.Opened.ReadAsync(PolicyTable.UsedAsync, cancel);

    private async Task<CaseView?> CaseOfAsync(string merchant, string caseNo, CancellationToken cancel)
    {
        var found = await _database.Opened.WriteAsync(
            async session =>
            {
                await _work.FinishDueAsync(session, _work.Now);
                return await CaseTable.FindAsync(session, merchant, caseNo);
            },
            cancel);
        return found is null ? null : new CaseView(found.CaseNo, found.Stage, found.InsuranceId, NameOf(found.InsuranceId), found.Amount, found.Message, found.StageAt);
    }

    private async Task<BankReply> CarryOutAsync(string? problem, InsurerOrderRow wanted, CancellationToken cancel)
    {
        problem ??= wanted.Number.Length is 0 or > LongestText ? $"number 须为 1 至 {LongestText} 位" : wanted.Reference.Length > LongestText ? $"所引编号须不超过 {LongestText} 位" : null;
        if (problem is not null) return BankReply.Invalid(problem);
        var (now, insurerNo) = (_work.Now, _numbers.Next('I'));
        (bool Looked, OrderLever? Lever, OrderLever? Decision) pulled = default; // once, however often the database makes us try
        var order = await _database.Opened.WriteAsync(
            async session =>
            {
                await _work.FinishDueAsync(session, now);
                if (await InsurerOrderTable.FindAsync(session, wanted.Merchant, wanted.Number) is { } before) return before;
                var person = wanted.Person.Length > 0 ? wanted.Person : await PersonBehindAsync(session, wanted);
                if (!pulled.Looked) pulled = Pulled(wanted, person);
                var late = pulled.Lever?.Action == LeverAction.Late;
                var written = wanted with
                {
                    Person = person, InsurerNo = insurerNo, DueAt = late ? now + (long)pulled.Lever!.After.TotalMilliseconds : now, CreatedAt = now,
                    Content = pulled.Decision is null ? wanted.Content : $"{wanted.Content.Split('\n')[0]}\n{Ordered}赔付",
                };
                if (await InsurerOrderTable.InsertAsync(session, written) && !late) await _work.FinishAsync(session, written, now, pulled.Lever is null ? null : Ordered + "本次请求");
                return (await InsurerOrderTable.FindAsync(session, wanted.Merchant, wanted.Number))!;
            },
            cancel);
        return order.Digest == wanted.Digest ? BankReply.Ok(View(order)) : BankReply.Refuse(StatusCodes.Status409Conflict, "CONFLICT", "同一编号的内容不一致");
    }

    /// <summary>What was pulled for the order, or else for the decision about its case.</summary>
    private (bool Looked, OrderLever? Lever, OrderLever? Decision) Pulled(InsurerOrderRow wanted, string person)
    {
        var lever = Levers.Take(wanted.Kind, person, wanted.Reference);
        return (true, lever, lever is null && wanted.Kind == InsurerOrderKind.Case ? Levers.Take(InsurerLevers.Decision, person, wanted.Reference) : null);
    }

    /// <summary>Whose quote, settlement or case it is; empty when it is not known.</summary>
    private static async Task<string> PersonBehindAsync(DbSession session, InsurerOrderRow wanted) => wanted.Kind == InsurerOrderKind.Withdrawal
        ? (await CaseTable.FindAsync(session, wanted.Merchant, wanted.Reference))?.Person ?? ""
        : (await InsurerOrderTable.FindAsync(session, wanted.Merchant, wanted.Reference))?.Person ?? "";

    private InsurerOrderView View(InsurerOrderRow order) =>
        new(order.Number, order.Kind, order.Status, order.InsurerNo, order.InsuranceId, NameOf(order.InsuranceId), order.Amount, order.Message, order.DoneAt);

    private string NameOf(string insuranceId) => _work.Book.Find(insuranceId)?.InsuranceName ?? "";

    private static string Digits(long amount) => amount.ToString(CultureInfo.InvariantCulture);
}
