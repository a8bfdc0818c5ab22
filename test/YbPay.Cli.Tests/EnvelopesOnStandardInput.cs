using System.Text;
using System.Text.Json;
using YbPay.Cli.Commands;

namespace YbPay.Cli.Tests;

public class EnvelopesOnStandardInput
{
    private static readonly JsonElement Vector = JsonDocument.Parse(File.ReadAllBytes(Repository.At("test", "vectors", "vectors.json"))).RootElement.GetProperty("mobilePay");

    private static readonly EnvelopeSettings Settings = new()
    {
        AppId = Of("appId"), AppSecret = Of("appSecret"), PrivateKey = Of("privateKey33"), PublicKey = Of("publicKey65"), Timestamp = Of("timestamp"), IgnoreTime = true,
    };

    private static readonly string Sealed = JsonSerializer.Serialize(new
    {
        appId = Of("appId"), encData = Of("encData"), encType = "SM4", signData = Of("signature"), signType = "SM2", timestamp = Of("timestamp"), version = "2.0.1",
    });

    private static readonly string Clear = $$"""{"appId":"{{Of("appId")}}","data":{{Of("clear")}} ,"encType":"SM4","signType":"SM2","timestamp":"{{Of("timestamp")}}","version":"2.0.1"}""";

    [Fact]
    public void Canonical_of_a_value_is_its_canonical_text() => Text(Tool().Canonical(Bytes("""{"b":1.0,"a":[]}"""))).ShouldBe("""{"b":"1.0"}""");

    [Fact]
    public void Canonical_of_an_envelope_is_its_text_to_sign_clear_or_sealed()
    {
        Text(Tool().Canonical(Bytes(Sealed))).ShouldBe(Of("textToSign"));
        Text(Tool().Canonical(Bytes(Clear))).ShouldBe(Of("textToSign"));
        Text(new EnvelopeTool(Settings with { AppId = null }, TimeProvider.System).Canonical(Bytes(Sealed))).ShouldBe(Of("textToSign"));
    }

    [Fact]
    public void Seal_encrypts_exactly_the_data_without_the_pipes_line_end()
    {
        var envelope = JsonDocument.Parse(Tool().Seal(Bytes(Of("clear") + "\r\n")).Output).RootElement;
        envelope.GetProperty("encData").GetString().ShouldBe(Of("encData"));
        envelope.GetProperty("timestamp").GetString().ShouldBe(Of("timestamp"));
    }

    [Fact]
    public void What_seal_writes_open_reads()
    {
        Text(Tool().Open(Tool().Seal(Bytes(Of("clear"))).Output)).ShouldBe(Of("clear"));
        Text(Tool().Open(Tool().Seal(Bytes(Clear)).Output)).ShouldBe(Of("clear"));
        Text(Tool().Open(Tool().Seal(Bytes("""{"code":0,"success":true,"message":"成功","data":{"a":1.50}}""")).Output)).ShouldBe("""{"a":1.50}""");
    }

    [Theory]
    [InlineData("", "NotJson")]
    [InlineData("{}", "HeadIncomplete")]
    public void A_refusal_is_status_2_and_names_the_fault(string input, string fault)
    {
        var outcome = Tool().Open(Bytes(input));
        (outcome.Status, outcome.Output.Length).ShouldBe((2, 0));
        outcome.Notes.ShouldStartWith(fault);
    }

    [Fact]
    public void A_fixed_variant_accepts_no_other()
    {
        var literal = new EnvelopeTool(Settings with { Variant = new(Protocol.MobilePay.NumberStyle.Literal, default) }, TimeProvider.System);
        literal.Open(Bytes(Sealed)).Notes.ShouldStartWith("SignatureWrong");
        Tool().Open(literal.Seal(Bytes(Of("clear"))).Output).Status.ShouldBe(0);
    }

    [Fact]
    public void No_secret_is_in_what_a_refusal_says()
    {
        foreach (var broken in (EnvelopeSettings[])[Settings with { PrivateKey = "QUJD" }, Settings with { PrivateKey = null }, Settings with { AppSecret = null }])
        {
            var outcome = new EnvelopeTool(broken, TimeProvider.System).Seal(Bytes("{}"));
            outcome.Status.ShouldBe(2);
            outcome.Notes.ShouldNotContain("QUJD");
            outcome.Notes.ShouldNotContain(Of("appSecret"));
        }
    }

    private static EnvelopeTool Tool() => new(Settings, TimeProvider.System);

    private static string Of(string field) => Vector.GetProperty(field).GetString()!;

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(EnvelopeOutcome outcome)
    {
        outcome.Status.ShouldBe(0, outcome.Notes);
        return Encoding.UTF8.GetString(outcome.Output);
    }
}
