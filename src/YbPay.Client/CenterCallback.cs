using YbPay.Contracts;
using YbPay.Contracts.MobilePay;

namespace YbPay.Client;

/// <summary>A callback that was opened, and its answer in the form in which it came. Answer with HTTP 200 and <c>application/json</c>.</summary>
/// <typeparam name="T">6302: <see cref="SettlementNoticeRequest"/>; 6204: <see cref="SyncOrderRequest"/>.</typeparam>
public sealed class CenterCallback<T>
    where T : Contract
{
    private readonly Func<byte[], byte[]> _answer;

    internal CenterCallback(T message, Func<byte[], byte[]> answer) => (Message, _answer) = (message, answer);

    /// <summary>What the centre says, checked against the document's table. Amounts are yuan.</summary>
    public T Message { get; }

    /// <summary>False when it came clear: nothing then proves that the centre sent it.</summary>
    public required bool WasSealed { get; init; }

    /// <summary>"Taken": the centre stops repeating. Answer so only after your own books are written.</summary>
    public byte[] Accepted() => Answer(success: true, "院内处理回调成功");

    /// <summary>"Not taken": the centre repeats later.</summary>
    /// <param name="message">Why, in Chinese, for the centre's operators; nothing personal.</param>
    public byte[] Failed(string message) => Answer(success: false, message);

    private byte[] Answer(bool success, string message) => _answer(MobileJson.Write(new SettlementNoticeReply { Success = success, Message = message }));
}
