using System.Globalization;
using System.Runtime.InteropServices;

namespace YbPay.Protocol.Fsi;

/// <summary>A reply on the wire.</summary>
internal static class FsiReplyText
{
    private const int LongestMessage = 200;

    public static byte[] Write(FsiReply reply, DateTimeOffset received, DateTimeOffset now, FsiOptions options)
    {
        var output = reply.Output is { } element ? JsonMarshal.GetRawUtf8Value(element).ToArray() : [];
        var respondTime = FsiTime.Millisecond(now);
        var infcode = reply.Infcode.ToString(CultureInfo.InvariantCulture);
        return FsiContent.Build(writer =>
        {
            writer.WriteNumber("infcode", reply.Infcode);
            writer.WriteString("inf_refmsgid", reply.InfRefmsgid ?? "");
            writer.WriteString("refmsg_time", FsiTime.Millisecond(received));
            writer.WriteString("respond_time", respondTime);
            writer.WriteString("err_msg", Cut(reply.ErrMsg ?? ""));
            if (reply.WarnMsg is { } warning) writer.WriteString("warn_msg", Cut(warning));
            if (options.Content == FsiContentForm.Sm4Base64 && output.Length > 0) writer.WriteString("enctype", "SM4");
            if (FsiSignature.Name(options.Sign) is { } name)
            {
                writer.WriteString("signtype", name);
                writer.WriteString("cainfo", FsiSignature.Make(options, Signed(infcode, reply.InfRefmsgid, respondTime), output));
            }

            if (output.Length == 0) writer.WriteNull("output");
            else FsiContent.Write(writer, "output", output, options);
        });
    }

    public static FsiReply? Read(ReadOnlyMemory<byte> text, FsiOptions options)
    {
        using var document = FsiContent.Message(text, options);
        if (document is null) return null;
        var root = document.RootElement;
        var infcode = FsiContent.Text(root, "infcode");
        if (!int.TryParse(infcode, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code)) return null;

        byte[]? clear = [];
        var isThere = root.TryGetProperty("output", out var content) && content.ValueKind != System.Text.Json.JsonValueKind.Null && !IsEmptyText(content);
        if (isThere) clear = FsiContent.ClearText(content, options);
        // An output that cannot be read says nothing about what happened at the core.
        if (clear is null) return null;
        var output = isThere ? FsiContent.Object(clear) : null;
        if (isThere && output is null) return null;
        var refmsgid = FsiContent.Text(root, "inf_refmsgid");
        if (!FsiSignature.Holds(options, FsiContent.Text(root, "cainfo"), Signed(infcode, refmsgid, FsiContent.Text(root, "respond_time")), clear)) return null;
        return new FsiReply
        {
            Infcode = code,
            ErrMsg = FsiContent.Text(root, "err_msg"),
            WarnMsg = FsiContent.Text(root, "warn_msg"),
            InfRefmsgid = refmsgid,
            Output = output,
        };
    }

    private static bool IsEmptyText(System.Text.Json.JsonElement content) => content.ValueKind == System.Text.Json.JsonValueKind.String && content.ValueEquals("");

    private static string Signed(string? infcode, string? refmsgid, string? respondTime) => string.Join('|', infcode, refmsgid, respondTime);

    /// <summary>At most 200 characters, never half a surrogate pair.</summary>
    private static string Cut(string message)
    {
        if (message.Length <= LongestMessage) return message;
        return message[..(char.IsHighSurrogate(message[LongestMessage - 1]) ? LongestMessage - 1 : LongestMessage)];
    }
}
