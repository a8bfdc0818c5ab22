using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using YbPay.Cryptography;
using YbPay.Protocol.Fsi;

namespace YbPay.Protocol.Tests.Fsi;

public class FsiMessages
{
    private static readonly DateTimeOffset At = new(2026, 3, 5, 1, 2, 3, 456, TimeSpan.Zero);
    private static readonly byte[] Input = """{"data":{"psn_no":"P1","psn_name":"张三","medfee_sumamt":10.00}}"""u8.ToArray();
    private static readonly Sm4Key Key = new("0123456789ABCDEF"u8);
    private static readonly Sm2PrivateKey Own = Sm2PrivateKey.Generate();
    private static readonly HmacSm3 Secret = new("shared"u8);

    private static readonly FsiHead Head = new()
    {
        Infno = "2207",
        Msgid = FsiNumbers.Msgid("H44010000001", At, 7),
        MdtrtareaAdmvs = "440100",
        InsuplcAdmdvs = "441800",
        RecerSysCode = "CORE",
        OpterType = "1",
        Opter = "001",
        OpterName = "李四",
        InfTime = At,
        FixmedinsCode = "H44010000001",
        FixmedinsName = "测试医院",
        SignNo = "S1",
    };

    public static TheoryData<string> AllOptions => [.. Options.Keys];

    private static readonly Dictionary<string, FsiOptions> Options = new()
    {
        ["object"] = new(),
        ["text"] = new() { Content = FsiContentForm.JsonText },
        ["sm4"] = new() { Content = FsiContentForm.Sm4Base64, ContentKey = Key },
        ["object, SM2"] = new() { Sign = FsiSignType.Sm2, OwnKey = Own, PeerKey = Own.PublicKey },
        ["sm4, SM2"] = new() { Content = FsiContentForm.Sm4Base64, ContentKey = Key, Sign = FsiSignType.Sm2, OwnKey = Own, PeerKey = Own.PublicKey },
        ["text, SM3"] = new() { Content = FsiContentForm.JsonText, Sign = FsiSignType.Sm3, SharedSecret = Secret },
    };

    [Theory]
    [MemberData(nameof(AllOptions))]
    public void A_request_comes_through_in_every_form(string options)
    {
        var text = FsiEnvelope.WriteRequest(Head, Input, Options[options]);
        var head = FsiEnvelope.ReadRequest(text, Options[options], out var input, out var problem);
        problem.ShouldBeNull();
        (head! with { InfTime = At }).ShouldBe(Head);
        head.InfTime.ShouldBe(new DateTimeOffset(2026, 3, 5, 9, 2, 3, TimeSpan.FromHours(8)));
        input.GetRawText().ShouldBe(Encoding.UTF8.GetString(Input));
    }

    [Theory]
    [MemberData(nameof(AllOptions))]
    public void A_reply_comes_through_in_every_form(string options)
    {
        var output = JsonDocument.Parse("""{"setlinfo":{"setl_id":"1","fund_pay_sumamt":7.50}}""").RootElement;
        var reply = new FsiReply { Infcode = 0, InfRefmsgid = FsiNumbers.RefMsgid("440100", At, 42), Output = output, WarnMsg = "注意" };
        var read = FsiEnvelope.ReadReply(FsiEnvelope.WriteReply(reply, At, At.AddMilliseconds(5), Options[options]), Options[options])!;
        (read.Infcode, read.InfRefmsgid, read.WarnMsg, read.ErrMsg).ShouldBe((0, "440100202603050902030000000042", "注意", null));
        read.Output!.Value.GetRawText().ShouldBe(output.GetRawText());
    }

    [Theory]
    [InlineData("infno")]
    [InlineData("msgid")]
    [InlineData("mdtrtarea_admvs")]
    [InlineData("recer_sys_code")]
    [InlineData("infver")]
    [InlineData("opter_type")]
    [InlineData("opter")]
    [InlineData("opter_name")]
    [InlineData("inf_time")]
    [InlineData("fixmedins_code")]
    [InlineData("fixmedins_name")]
    [InlineData("input")]
    public void A_missing_or_overlong_field_is_named(string field)
    {
        ProblemWhen(o => o.Remove(field)).ShouldContain(field);
        ProblemWhen(o => o[field] = null).ShouldContain(field);
        ProblemWhen(o => o[field] = new string('9', 500)).ShouldContain(field);
    }

    [Theory]
    [InlineData("2026-02-30 00:00:00")]
    [InlineData("2026/02/03 00:00:00")]
    [InlineData("20260203000000")]
    public void A_time_that_is_none_is_refused(string time) => ProblemWhen(o => o["inf_time"] = time).ShouldContain("inf_time");

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"infno":"2207","infno":"2208"}""")]
    public void What_is_no_message_is_refused(string text)
    {
        FsiEnvelope.ReadRequest(Encoding.UTF8.GetBytes(text), out _, out var problem).ShouldBeNull();
        problem.ShouldNotBeNull();
        FsiEnvelope.ReadReply(Encoding.UTF8.GetBytes(text)).ShouldBeNull();
    }

    [Fact]
    public void Unknown_members_and_numbers_for_texts_are_no_error() => Changed(o =>
    {
        o["infno"] = 2207;
        o["province_field"] = new JsonObject();
        o["encType"] = "";
    }, out var problem)!.Infno.ShouldBe("2207", problem);

    [Theory]
    [InlineData("object, SM2")]
    [InlineData("text, SM3")]
    public void A_changed_message_is_refused_where_signatures_are_agreed(string options)
    {
        foreach (var change in (Action<JsonObject>[])[o => o["msgid"] = new string('1', 30), o => o["sign_no"] = "S2", o => o["cainfo"] = "", o => o["cainfo"] = "AAAA", o => o["input"] = new JsonObject()])
        {
            var message = JsonNode.Parse(FsiEnvelope.WriteRequest(Head, Input, Options[options]))!.AsObject();
            change(message);
            FsiEnvelope.ReadRequest(Encoding.UTF8.GetBytes(message.ToJsonString()), Options[options], out _, out var problem).ShouldBeNull();
            problem!.ShouldContain("cainfo");
        }
    }

    [Fact]
    public void Another_key_cannot_read_the_input()
    {
        using var other = new Sm4Key("FEDCBA9876543210"u8);
        FsiEnvelope.ReadRequest(FsiEnvelope.WriteRequest(Head, Input, Options["sm4"]), new FsiOptions { ContentKey = other }, out _, out var problem).ShouldBeNull();
        problem!.ShouldContain("input");
    }

    [Theory]
    [InlineData("""{"infcode":0,"output":{"a":1}}""", 0, true)]
    [InlineData("""{"infcode":"0","output":"{\"a\":1}"}""", 0, true)]
    [InlineData("""{"infcode":"-1","err_msg":"余额不足","output":null}""", -1, false)]
    [InlineData("""{"infcode":-1,"err_msg":"余额不足","output":""}""", -1, false)]
    [InlineData("""{"infcode":-1,"err_msg":"余额不足"}""", -1, false)]
    public void Replies_of_other_cores_are_read(string text, int infcode, bool hasOutput)
    {
        var reply = FsiEnvelope.ReadReply(Encoding.UTF8.GetBytes(text))!;
        reply.Infcode.ShouldBe(infcode);
        (reply.Output is not null).ShouldBe(hasOutput);
    }

    [Theory]
    [InlineData("""{"output":{}}""")]
    [InlineData("""{"infcode":"ok"}""")]
    [InlineData("""{"infcode":1.5}""")]
    [InlineData("""{"infcode":0,"output":"not base64"}""")]
    [InlineData("""{"infcode":0,"output":[1]}""")]
    [InlineData("""{"infcode":0,"output":"{broken"}""")]
    public void A_reply_that_cannot_be_read_leaves_the_outcome_unknown(string text) => FsiEnvelope.ReadReply(Encoding.UTF8.GetBytes(text)).ShouldBeNull();

    [Fact]
    public void A_long_error_is_cut_to_200_characters()
    {
        var reply = JsonNode.Parse(FsiEnvelope.WriteReply(new FsiReply { Infcode = -1, ErrMsg = new string('错', 199) + "𠮷𠮷" }, At, At))!;
        reply["err_msg"]!.GetValue<string>().ShouldBe(new string('错', 199));
        (reply["refmsg_time"]!.GetValue<string>(), reply["infcode"]!.GetValue<int>()).ShouldBe(("20260305090203456", -1));
    }

    [Fact]
    public void A_head_and_a_reply_print_no_names()
    {
        Head.ToString().ShouldNotContain("李四");
        new FsiReply { Infcode = 0, Output = JsonDocument.Parse("""{"psn_name":"张三"}""").RootElement }.ToString().ShouldNotContain("张三");
    }

    private static string ProblemWhen(Action<JsonObject> change)
    {
        Changed(change, out var problem).ShouldBeNull();
        return problem!;
    }

    private static FsiHead? Changed(Action<JsonObject> change, out string? problem)
    {
        var message = JsonNode.Parse(FsiEnvelope.WriteRequest(Head, Input))!.AsObject();
        change(message);
        return FsiEnvelope.ReadRequest(Encoding.UTF8.GetBytes(message.ToJsonString()), out _, out problem);
    }
}
