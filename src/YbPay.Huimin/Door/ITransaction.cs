using YbPay.Contracts.Outcomes;
using YbPay.Huimin.Partners;
using YbPay.Protocol.Huimin;

namespace YbPay.Huimin.Door;

/// <summary>A genuine request: who sends, under which number, and when it came.</summary>
internal sealed record Call(Partner Partner, HuiminHead Head, DateTimeOffset ReceivedAt)
{
    public string HospitalId => Partner.HospitalId;

    public long Now => ReceivedAt.ToUnixTimeMilliseconds();
}

/// <summary>What is answered.</summary>
/// <param name="Content">The clear content; empty for none.</param>
/// <param name="But">A refusal that comes with content, such as 5501 with what has to be paid in addition; null for 0000.</param>
internal sealed record TransactionReply(byte[] Content, Refusal? But = null)
{
    public static TransactionReply Empty { get; } = new([]);

    public override string ToString() => $"reply of {Content.Length} bytes";
}

/// <summary>One transaction of the envelope, chosen by transCode.</summary>
internal interface ITransaction
{
    string TransCode { get; }

    /// <summary>The document has withdrawn it: served only where it is switched on (ruling D.8).</summary>
    bool IsRetired => false;

    /// <summary>What takes the clear content while it is decrypted. It holds nothing that counts before the signature has been checked.</summary>
    ContentReceiver Receive() => new MemoryReceiver();

    /// <summary>After a refusal nothing is stored. A caller that hangs up does not stop what it asked for half way.</summary>
    Task<Outcome<TransactionReply>> RunAsync(Call call, ContentReceiver content);
}
