using System.Text;
using System.Text.Json;
using YbPay.Contracts;
using YbPay.Contracts.Fsi;
using YbPay.Contracts.Wallet;
using YbPay.Protocol.Fsi;

namespace YbPay.Bureau.Tests.Hosting;

/// <summary>A patient pays a settlement's cash from accounts.</summary>
internal static class Paying
{
    public const string Personal = "5369";
    public const string MutualAid = "5373";
    public const string Wallet = "5379";

    /// <summary>Settles a bill of which nothing but cash is paid; its number.</summary>
    public static async Task<string> OwesAsync(this Patient patient, decimal cash, string batch = "B1")
    {
        if (patient.MdtrtId.Length == 0) await patient.RegisterAsync();
        await patient.UploadAsync(batch, (batch + "-1", SeedItems.ClassC, cash, 1m));
        var settled = (await patient.SettleAsync(batch, cash, useAccount: false)).Setlinfo;
        settled.PsnCashPay.ShouldBe(cash);
        return settled.SetlId!;
    }

    public static Task<FsiReply> SendPaymentAsync(this Patient patient, string infno, string setlId, string? msgid = null, string? psnNo = null, string? mdtrtId = null) =>
        patient.At.SendDataAsync(infno, new { psnNo = psnNo ?? patient.PsnNo, setlId, mdtrtId = mdtrtId ?? patient.MdtrtId }, msgid);

    public static Task<FsiReply> SendDataAsync(this TestInstitution at, string infno, object data, string? msgid = null) =>
        at.SendAsync(at.Head(infno, msgid ?? at.NextMsgid()), JsonSerializer.SerializeToUtf8Bytes(new { data }));

    public static async Task<T> PayAsync<T>(this Patient patient, string infno, string setlId, string? msgid = null)
        where T : Contract => Result<T>(await patient.SendPaymentAsync(infno, setlId, msgid));

    public static Task<DeductWalletReply> PayByWalletAsync(this Patient patient, string setlId, string? msgid = null) => patient.PayAsync<DeductWalletReply>(Wallet, setlId, msgid);

    public static Task<DeductPersonalAccountReply> PayByAccountAsync(this Patient patient, string setlId, string? msgid = null) =>
        patient.PayAsync<DeductPersonalAccountReply>(Personal, setlId, msgid);

    public static Task<DeductMutualAidReply> PayByFamilyAsync(this Patient patient, string setlId, string? msgid = null) => patient.PayAsync<DeductMutualAidReply>(MutualAid, setlId, msgid);

    public static T Result<T>(FsiReply reply)
        where T : Contract
    {
        reply.ErrMsg.ShouldBeNull();
        return WalletJson.Read<T>(reply.Output!.Value.GetProperty("result"));
    }

    public static void ShouldRefuse(this FsiReply reply, string refusal)
    {
        reply.Infcode.ShouldBe(-1);
        reply.ErrMsg.ShouldNotBeNull().ShouldStartWith($"[{refusal}] ");
    }

    public static async Task<PaydownInfo> PaydownAsync(this Patient patient, string setlId)
    {
        var read = await patient.At.AskAsync<QuerySettlementRequest, QuerySettlementReply>(
            "5203", new() { Data = new() { PsnNo = patient.PsnNo, SetlId = setlId, MdtrtId = patient.MdtrtId } });
        return read.Paydown.ShouldNotBeNull();
    }

    public static async Task<decimal> WalletBalanceAsync(this Patient patient) =>
        Result<QueryWalletReply>(await patient.At.SendDataAsync("5378", new { certno = patient.CertNo, psnCertType = "01" })).WltBalc;

    /// <summary>The account's numbers of the default seed.</summary>
    public static string NumberOf(int person, Engine.Ledger.AccountKind kind) => BureauSeed.Default.Persons[person].Accounts.Single(account => account.Kind == kind).Number.Reveal();

    public static PaydownInfo Owing(decimal cash, decimal account = 0, decimal family = 0, decimal wallet = 0) =>
        new() { CashOwed = cash, AcctDeducted = account, MulaidDeducted = family, WalletDeducted = wallet };
}
