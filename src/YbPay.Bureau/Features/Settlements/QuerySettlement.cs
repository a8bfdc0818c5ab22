using System.Text.Json;
using YbPay.Bureau.Door;
using YbPay.Bureau.Features.Accounts;
using YbPay.Bureau.Messages;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Outcomes;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>5203: one settlement of the institution as it was answered. What 2601 took back is not found.</summary>
internal sealed class QuerySettlement(BureauDatabase database, BureauOptions options, PersonCipher cipher) : Transaction<QuerySettlementRequest>(cipher)
{
    public override string Infno => Infnos.SettlementQuery;

    protected override string? PsnNo(QuerySettlementRequest request) => request.Data.PsnNo;

    protected override Task<Outcome<JsonElement>> HandleAsync(Call call, QuerySettlementRequest request, string personKey, CancellationToken cancel) =>
        database.Get().WriteOutcomeAsync<JsonElement>(
            async session =>
            {
                await MessageStore.ClaimAsync(session, call, personKey, request.Data.SetlId);
                var row = await SettlementStore.FindAsync(session, request.Data.SetlId);
                if (row is null || row.State is SettlementState.Reversed || !Belongs(row, call, request.Data, personKey)) return Refusals.NotSettled;
                if (await PersonStore.FindAsync(session, personKey) is not { } person) return Refusals.PersonUnknown;
                var info = SettlementReply.Info(row, Cipher.Open(person.Profile), person.PsnType, options.Admdvs, settled: true);
                return Output.Of(new QuerySettlementReply { Setlinfo = info, Setldetail = SettlementReply.Details(row), Paydown = SettlementReply.Paydown(row, await DeductionStore.SumsAsync(session, row.SetlId, row.Cash)) });
            },
            cancel);

    private static bool Belongs(SettlementRow row, Call call, QuerySettlementData told, string personKey) =>
        row.PersonKey == personKey && row.MdtrtId == told.MdtrtId && row.Institution == call.Sender.Code;
}
