using System.Text.Json;

namespace YbPay.Protocol.Fsi;

/// <summary>Writes and reads the FSI envelope; input and output as object, JSON text or SM4 cipher text, by province.</summary>
public static class FsiEnvelope
{
    /// <param name="input">The input object as UTF-8 JSON, sent as it is.</param>
    public static byte[] WriteRequest(FsiHead head, ReadOnlySpan<byte> input) => WriteRequest(head, input, FsiOptions.Default);

    /// <inheritdoc cref="WriteRequest(FsiHead, ReadOnlySpan{byte})"/>
    public static byte[] WriteRequest(FsiHead head, ReadOnlySpan<byte> input, FsiOptions options) => FsiRequestText.Write(head, input, options);

    /// <summary>Null when the text is no FSI request; <paramref name="problem"/> then says why, for err_msg: Chinese, without values.</summary>
    public static FsiHead? ReadRequest(ReadOnlyMemory<byte> text, out JsonElement input, out string? problem) => ReadRequest(text, FsiOptions.Default, out input, out problem);

    /// <inheritdoc cref="ReadRequest(ReadOnlyMemory{byte}, out JsonElement, out string?)"/>
    public static FsiHead? ReadRequest(ReadOnlyMemory<byte> text, FsiOptions options, out JsonElement input, out string? problem) =>
        FsiRequestText.Read(text, options, out input, out problem);

    /// <summary>err_msg and warn_msg are cut to 200 characters.</summary>
    public static byte[] WriteReply(FsiReply reply, DateTimeOffset received, DateTimeOffset now) => WriteReply(reply, received, now, FsiOptions.Default);

    /// <inheritdoc cref="WriteReply(FsiReply, DateTimeOffset, DateTimeOffset)"/>
    public static byte[] WriteReply(FsiReply reply, DateTimeOffset received, DateTimeOffset now, FsiOptions options) => FsiReplyText.Write(reply, received, now, options);

    /// <summary>Null when the text is no FSI reply, cannot be decrypted or is not signed as agreed: the outcome is then unknown.</summary>
    public static FsiReply? ReadReply(ReadOnlyMemory<byte> text) => ReadReply(text, FsiOptions.Default);

    /// <inheritdoc cref="ReadReply(ReadOnlyMemory{byte})"/>
    public static FsiReply? ReadReply(ReadOnlyMemory<byte> text, FsiOptions options) => FsiReplyText.Read(text, options);
}
