using System.Text;
using System.Text.Json;
using YbPay.Cli.Commands;

namespace YbPay.Cli.Tests;

public class HuiminEnvelopesOnStandardInput
{
    private static readonly JsonElement Vector = JsonDocument.Parse(File.ReadAllBytes(Repository.At("test", "vectors", "vectors.json"))).RootElement.GetProperty("huimin");

    private static readonly EnvelopeSettings Settings = new()
    {
        IsHuimin = true, PlatformId = "ysf00001", Secret = Of("secret"), TransCode = "OP000001", SeqId = "00000000000000000000000000000001", Timestamp = "20201118143600", IgnoreTime = true,
    };

    [Fact]
    public void Canonical_is_the_published_text_to_sign() => Text(Tool().Canonical(Clear())).ShouldBe(Of("textToSign"));

    [Fact]
    public void Seal_writes_the_published_request_without_the_pipes_line_end()
    {
        var envelope = JsonDocument.Parse(Tool().Seal([.. Clear(), .. "\r\n"u8]).Output).RootElement;
        (envelope.GetProperty("encData").GetString(), envelope.GetProperty("signData").GetString()).ShouldBe((Of("encData"), Of("signData")));
    }

    [Fact]
    public void What_seal_writes_open_reads_requests_and_replies()
    {
        Tool().Open(Tool().Seal(Clear()).Output).Output.ShouldBe(Clear());
        var reply = Tool(Settings with { RtCode = "0000", RtMsg = "成功" });
        reply.Open(reply.Seal(Clear()).Output).Output.ShouldBe(Clear());
        var refusal = Tool(Settings with { RtCode = "4008", RtMsg = "重复" });
        refusal.Open(refusal.Seal([]).Output).ShouldBe(new EnvelopeOutcome(0, [], "rtCode 4008, rtMsg 重复"), new SameOutcome());
    }

    [Fact]
    public void A_new_number_and_the_time_of_now_are_taken_where_none_is_given()
    {
        var now = Tool(Settings with { SeqId = null, Timestamp = null, IgnoreTime = false });
        var (one, other) = (now.Seal(Clear()), now.Seal(Clear()));
        Tool(Settings with { IgnoreTime = false }).Open(one.Output).Status.ShouldBe(0);
        Text(one).ShouldNotBe(Text(other));
    }

    [Theory]
    [InlineData("", "Malformed")]
    [InlineData("{}", "HeadInvalid")]
    [InlineData("""{"encType":"SM4","rtCode":"4104","rtMsg":"无效平台方","signData":"","signType":"SM3"}""", "NotSigned")]
    public void A_refusal_is_status_2_and_names_the_fault(string input, string fault)
    {
        var outcome = Tool().Open(Encoding.UTF8.GetBytes(input));
        (outcome.Status, outcome.Output.Length).ShouldBe((2, 0));
        outcome.Notes.ShouldStartWith(fault);
    }

    [Fact]
    public void Age_partner_and_secret_are_checked()
    {
        var request = Tool().Seal(Clear()).Output;
        Tool(Settings with { IgnoreTime = false }).Open(request).Notes.ShouldStartWith("Stale");
        Tool(Settings with { PlatformId = "ysf00002" }).Open(request).Notes.ShouldStartWith("UnknownPlatform");
        Tool(Settings with { Secret = "4117E877F5FA0A01xxxxxxxxxxxxxxxx" }).Open(request).Notes.ShouldStartWith("WrongSignature");
    }

    [Fact]
    public void What_is_missing_is_named_and_no_secret_is()
    {
        Tool(Settings with { Secret = null }).Seal(Clear()).Notes.ShouldContain("--secret");
        Tool(Settings with { PlatformId = null }).Seal(Clear()).Notes.ShouldContain("--platform-id");
        Tool(Settings with { TransCode = null }).Seal(Clear()).Notes.ShouldContain("--trans-code");
        Tool(Settings with { Timestamp = "1700000000000" }).Seal(Clear()).Notes.ShouldContain("--timestamp");
        var outcome = Tool(Settings with { Secret = "tooshort" }).Seal(Clear());
        (outcome.Status, outcome.Notes.Contains("tooshort", StringComparison.Ordinal)).ShouldBe((2, false));
    }

    private static HuiminTool Tool(EnvelopeSettings? settings = null) => new(settings ?? Settings, TimeProvider.System);

    private static byte[] Clear() => Encoding.UTF8.GetBytes(Of("clear"));

    private static string Of(string field) => Vector.GetProperty(field).GetString()!;

    private static string Text(EnvelopeOutcome outcome)
    {
        outcome.Status.ShouldBe(0, outcome.Notes);
        return Encoding.UTF8.GetString(outcome.Output);
    }

    private sealed class SameOutcome : IEqualityComparer<EnvelopeOutcome>
    {
        public bool Equals(EnvelopeOutcome? x, EnvelopeOutcome? y) => (x!.Status, x.Notes) == (y!.Status, y.Notes) && x.Output.AsSpan().SequenceEqual(y.Output);

        public int GetHashCode(EnvelopeOutcome outcome) => outcome.Status;
    }
}
