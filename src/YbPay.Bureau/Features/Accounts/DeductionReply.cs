using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using YbPay.Bureau.Accounts;
using YbPay.Bureau.Institutions;
using YbPay.Bureau.Persons;
using YbPay.Contracts.Wallet;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Storage;

namespace YbPay.Bureau.Features.Accounts;

/// <summary>What 5369, 5373 and 5379 answer. Built once, when the deduction ends, and kept as it is.</summary>
internal sealed class DeductionReply(PersonCipher cipher, InstitutionDirectory institutions)
{
    private const string Done = "0";
    private const string Failed = "-1";

    private static readonly JsonWriterOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="parts">Empty when nothing could be deducted.</param>
    public async Task<JsonElement> OfAsync(DbSession session, PaidSettlement settlement, AccountKind kind, Fen owedBefore, IReadOnlyList<AccountRow> accounts, IReadOnlyList<DeductionPart> parts)
    {
        var paid = new Fen(parts.Where(part => part.State is PartState.Taken).Sum(part => part.Amount));
        var psnNo = await ProfileAsync(session, settlement.PersonKey);
        var name = institutions.Find(settlement.Institution)?.Name;
        var (psnPay, left) = (owedBefore.ToYuan().ToString("0.00", CultureInfo.InvariantCulture), (owedBefore - paid).ToYuan());
        return Output(kind switch
        {
            AccountKind.Wallet => WalletJson.ToElement(new DeductWalletReply
            {
                PsnNo = psnNo.PsnNo, SetlId = settlement.SetlId, PsnPay = psnPay, EnttAcctPay = paid.ToYuan(), CashAcctPay = left,
            }),
            AccountKind.Personal => WalletJson.ToElement(new DeductPersonalAccountReply
            {
                PsnNo = psnNo.PsnNo, SetlId = settlement.SetlId, PsnPay = psnPay, EnttAcctPay = paid.ToYuan(), FixmedinsCode = settlement.Institution, FixmedinsName = name,
                CashAcctPay = left, BankTypeCode = accounts[0].BankType, BankAbbrName = accounts[0].BankName,
            }),
            AccountKind.MutualAid => WalletJson.ToElement(new DeductMutualAidReply
            {
                PsnNo = psnNo.PsnNo, SetlId = settlement.SetlId, PsnPay = psnPay, AllEnttAcctPay = paid.ToYuan(), FixmedinsCode = settlement.Institution, FixmedinsName = name,
                CashAcctPay = left, Result = await RowsAsync(session, accounts, parts),
            }),
        });
    }

    /// <summary>What stands in the envelope's output: <c>{"result": ...}</c>.</summary>
    public static JsonElement Output(JsonElement result)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, AsWritten))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("result");
            result.WriteTo(writer);
            writer.WriteEndObject();
        }

        return JsonElement.Parse(bytes.WrittenSpan);
    }

    /// <summary>One row for each account, in the agreed order, whatever became of it.</summary>
    private async Task<DeductedAccount[]> RowsAsync(DbSession session, IReadOnlyList<AccountRow> accounts, IReadOnlyList<DeductionPart> parts)
    {
        var rows = new List<DeductedAccount>();
        foreach (var account in accounts)
        {
            var part = parts.FirstOrDefault(one => one.AccountId == account.AccountId);
            var (code, text) = part switch
            {
                { State: PartState.Taken } => (Done, "扣减成功"),
                { } refused => (Failed, refused.Note ?? "银行拒绝"),
                null when account.Available == Fen.Zero => (Done, "账户无可用余额，未扣减"),
                null => (Done, "已无待支付金额，未扣减"),
            };
            rows.Add(new DeductedAccount
            {
                Bankacct = account.NumberAtBank(cipher).Reveal(), Acctname = (await ProfileAsync(session, account.PersonKey)).Name,
                EnttAcctPay = (part is { State: PartState.Taken } ? part.Fen : Fen.Zero).ToYuan(), InfcodeDt = code, ErrMsgDt = text,
            });
        }

        return [.. rows];
    }

    private async Task<PersonProfile> ProfileAsync(DbSession session, string personKey) =>
        cipher.Open((await PersonStore.FindAsync(session, personKey) ?? throw new InvalidOperationException("An account's person is gone.")).Profile);
}

/// <summary>The settlement that is paid: what of it deductions and their answers need.</summary>
internal sealed record PaidSettlement(string SetlId, string MdtrtId, string PersonKey, string Institution, string Insutype, long Cash);
