using System.Text.Json;
using YbPay.Center.Orders;
using YbPay.Contracts.Fsi;
using YbPay.Engine.Money;
using YbPay.Protocol.Outgoing;

namespace YbPay.Center.Core;

/// <summary>Reads one settlement as the core has it (5203).</summary>
internal sealed class SettlementQuestion(FsiLink link)
{
    public async Task<Answer<QuerySettlementReply>> AskAsync(CoreParty party, OrderRow order, string setlId)
    {
        var read = await link.AskAsync("5203", party, FsiJson.Write(new QuerySettlementRequest
        {
            Data = new QuerySettlementData { PsnNo = party.Person.PsnNo.Reveal(), SetlId = setlId, MdtrtId = order.CoreMdtrtId! },
        }));
        if (read is not Answer<JsonElement>.Given { Value: var output }) return read.Select<QuerySettlementReply>(_ => throw new System.Diagnostics.UnreachableException());
        try
        {
            return new Answer<QuerySettlementReply>.Given(FsiJson.Read<QuerySettlementReply>(output));
        }
        catch (JsonException)
        {
            return new Answer<QuerySettlementReply>.Unknown("a settlement that is not as published");
        }
    }

    /// <summary>What accounts paid of the order's cash part. Amounts that contradict each other or the order are not believed.</summary>
    public async Task<Answer<AccountsPaid?>> AccountsPaidAsync(CoreParty party, OrderRow order) => await AskAsync(party, order, order.SetlId!) switch
    {
        Answer<QuerySettlementReply>.Given { Value.Paydown: { } told } => Read(told, new Fen(order.Cash ?? 0)),
        var other => other.Select<AccountsPaid?>(_ => null),
    };

    private static Answer<AccountsPaid?> Read(PaydownInfo told, Fen cash)
    {
        Fen?[] parts = [Fen.FromYuan(told.CashOwed), Fen.FromYuan(told.AcctDeducted), Fen.FromYuan(told.MulaidDeducted), Fen.FromYuan(told.WalletDeducted)];
        if (parts.Any(part => part is null || part < Fen.Zero)) return new Answer<AccountsPaid?>.Unknown("amounts that are none");
        var (owed, paid) = (parts[0]!.Value, parts[1]!.Value + parts[2]!.Value + parts[3]!.Value);
        if (owed + paid > cash) return new Answer<AccountsPaid?>.Unknown("amounts that contradict the settlement");
        // Nothing owed and nothing paid of something: taken back at the core, or all of it with a bank that has not answered.
        return owed + paid == Fen.Zero && cash > Fen.Zero
            ? new Answer<AccountsPaid?>.Unknown("nothing owed and nothing paid")
            : new Answer<AccountsPaid?>.Given(new AccountsPaid(paid, cash - owed - paid));
    }
}
