using YbPay.Protocol.Huimin;

namespace YbPay.Protocol.Tests.Huimin;

public class OpeningRequests
{
    private const string Content = """{"name":"张三","amt":1}""";

    [Fact]
    public void Members_may_stand_in_any_order_with_white_space_and_lower_case_hex()
    {
        var members = Parties.Members(Content);
        members[0] = members[0].Replace(Parties.EncData(Content), Parties.EncData(Content).ToLowerInvariant(), StringComparison.Ordinal);
        members.Reverse();
        var body = $" {{\r\n\t{string.Join(" ,\n ", members.Select(member => member.Replace("\":", "\" : ", StringComparison.Ordinal)))}, \"signData\":\"{Parties.Sign(Parties.ToSign(Content)).ToLowerInvariant()}\"}} \n";
        Parties.Open(Parties.Bytes(body), out var clear).ShouldBe(HuiminFault.None);
        Parties.Text(clear!).ShouldBe(Content);
    }

    [Fact]
    public void The_content_is_signed_as_it_was_encrypted_and_not_sorted_again()
    {
        const string Odd = "{ \"b\" : 1.00,\n\"a\":\"\\u0041\\/\", \"a\": null }";
        Parties.Open(Parties.Signed(Parties.ToSign(Odd), [.. Parties.Members(Odd)]), out var clear).ShouldBe(HuiminFault.None);
        Parties.Text(clear!).ShouldBe(Odd);
    }

    [Fact]
    public void Members_that_the_document_does_not_know_are_signed_in_their_place()
    {
        var members = Parties.Members(Content);
        members.AddRange(["\"hospital\":\"第一\"", "\"Area\":4418", "\"zone\":true", "\"nothing\":null"]);
        var toSign = Parties.ToSign(Content, before: "Area=4418&", between: "&hospital=第一", behind: "&zone=true");
        var body = Parties.Signed(toSign, [.. members]);
        Parties.Open(body, out _).ShouldBe(HuiminFault.None);
        HuiminEnvelope.ReadRequest(body, HuiminLimits.Default, out var request);
        request!.Head.Unknown.ShouldBe([new("Area", "4418"), new("hospital", "第一"), new("zone", "true")]);

        Parties.Open(Parties.Signed(Parties.ToSign(Content), [.. members]), out _).ShouldBe(HuiminFault.WrongSignature);
    }

    [Theory]
    [InlineData("&remark=", HuiminFault.None)]
    [InlineData("", HuiminFault.None)]
    [InlineData("&remark=x", HuiminFault.WrongSignature)]
    public void An_empty_member_may_be_signed_or_left_out(string piece, HuiminFault expected)
    {
        var members = Parties.Members(Content);
        members.Add("\"remark\":\"\"");
        var toSign = Parties.ToSign(Content).Replace("&signType", piece + "&signType", StringComparison.Ordinal);
        Parties.Open(Parties.Signed(toSign, [.. members]), out _).ShouldBe(expected);
    }

    [Fact]
    public void ExtendParmas_and_a_cleared_data_are_not_signed()
    {
        var members = Parties.Members(Content);
        members.AddRange(["\"extendParmas\":\"{\\\"a\\\":1}\"", "\"data\":\"\""]);
        var body = Parties.Signed(Parties.ToSign(Content), [.. members]);
        Parties.Open(body, out _).ShouldBe(HuiminFault.None);
        HuiminEnvelope.ReadRequest(body, HuiminLimits.Default, out var request);
        request!.Head.ExtendParmas.ShouldBe("""{"a":1}""");
    }

    [Theory]
    [InlineData(300, HuiminFault.None)]
    [InlineData(-300, HuiminFault.None)]
    [InlineData(301, HuiminFault.Stale)]
    [InlineData(-301, HuiminFault.Stale)]
    public void The_clock_may_differ_by_five_minutes(int seconds, HuiminFault expected) =>
        Parties.Open(Parties.Signed(Parties.ToSign(Content), [.. Parties.Members(Content)]), out _, Parties.Now.AddSeconds(seconds)).ShouldBe(expected);

    [Theory]
    [InlineData("\"data\":\"{}\"")]
    [InlineData("\"rtCode\":\"0000\"")]
    [InlineData("\"list\":[]")]
    [InlineData("\"object\":{\"a\":1}")]
    [InlineData("\"a=1&b\":\"2\"")]
    [InlineData("\"\":\"2\"")]
    [InlineData("\"extendParmas\":1")]
    public void A_member_that_cannot_stand_is_refused_before_any_key_is_used(string member)
    {
        HuiminEnvelope.ReadRequest(Parties.Signed("", [.. Parties.Members(Content), member]), HuiminLimits.Default, out var request).ShouldBe(HuiminFault.HeadInvalid);
        request.ShouldBeNull();
    }

    [Theory]
    [InlineData("platformSeqId", "0000001")]
    [InlineData("platformSeqId", "00000000000000000000000000000000000000001")]
    [InlineData("platformSeqId", "0000-00001")]
    [InlineData("platformTransDate", "20201131")]
    [InlineData("platformTransDate", "2020118")]
    [InlineData("platformTransTime", "246000")]
    [InlineData("platformTransDate", "00010101")]
    [InlineData("encType", "sm4")]
    [InlineData("signType", "SM2")]
    [InlineData("version", "2.0.0")]
    [InlineData("transCode", "")]
    [InlineData("transCode", "HOS&0001")]
    [InlineData("platformId", "")]
    [InlineData("platformId", "ysf=0001")]
    public void A_printed_member_with_another_form_is_refused(string name, string value)
    {
        var members = Parties.Members(Content).Select(member => member.StartsWith($"\"{name}\"", StringComparison.Ordinal) ? $"\"{name}\":\"{value}\"" : member);
        Parties.Open(Parties.Signed("", [.. members]), out _).ShouldBe(HuiminFault.HeadInvalid);
    }

    [Theory]
    [InlineData("encData")]
    [InlineData("encType")]
    [InlineData("platformId")]
    [InlineData("platformSeqId")]
    [InlineData("platformTransDate")]
    [InlineData("platformTransTime")]
    [InlineData("signType")]
    [InlineData("transCode")]
    [InlineData("version")]
    public void A_printed_member_is_required_and_is_a_text(string name)
    {
        var isIt = (string member) => member.StartsWith($"\"{name}\"", StringComparison.Ordinal);
        Parties.Open(Parties.Signed("", [.. Parties.Members(Content).Where(member => !isIt(member))]), out _).ShouldBe(HuiminFault.HeadInvalid);
        Parties.Open(Parties.Signed("", [.. Parties.Members(Content).Select(member => isIt(member) ? $"\"{name}\":20201118" : member)]), out _).ShouldBe(HuiminFault.HeadInvalid);
        Parties.Open(Parties.Signed("", [.. Parties.Members(Content).Select(member => isIt(member) ? $"\"{name}\":null" : member)]), out _).ShouldBe(HuiminFault.HeadInvalid);
    }

    [Fact]
    public void Lengths_are_limited_and_images_may_be_longer()
    {
        var limits = new HuiminLimits { EncData = 64, EncDataWithImage = 128, Around = 1024, Member = 200 };
        Read(64, "HOS00001").ShouldBe(HuiminFault.None);
        Read(96, "HOS00001").ShouldBe(HuiminFault.TooLong);
        Read(128, "HOS00028").ShouldBe(HuiminFault.None);
        Read(128, "HIS00002").ShouldBe(HuiminFault.None);
        Read(160, "HOS00028").ShouldBe(HuiminFault.TooLong);
        Read(64, "HOS00001", $",\"more\":\"{new string('x', 190)}\"").ShouldBe(HuiminFault.None);
        Read(64, "HOS00001", $",\"more\":\"{new string('x', 200)}\"").ShouldBe(HuiminFault.TooLong);
        Read(64, "HOS00001", new string(' ', 1024)).ShouldBe(HuiminFault.TooLong);
        Read(64, "HOS00001", string.Concat(Enumerable.Range(0, 64).Select(i => $",\"m{i}\":1"))).ShouldBe(HuiminFault.TooLong);

        HuiminFault Read(int length, string transCode, string more = "")
        {
            var body = Parties.Text(HuiminEnvelope.SealRequest(Parties.Keys, Parties.Head with { TransCode = transCode }, new byte[(length / 2) - 16]));
            return HuiminEnvelope.ReadRequest(Parties.Bytes(body[..^1] + more + "}"), limits, out _);
        }
    }

    [Fact]
    public void Outside_there_is_one_refusal_and_the_unknown_partner()
    {
        Enum.GetValues<HuiminFault>().Where(fault => fault is not (HuiminFault.None or HuiminFault.UnknownPlatform)).Select(fault => fault.ReturnCode()).Distinct().ShouldBe(["4000"]);
        HuiminFault.UnknownPlatform.ReturnCode().ShouldBe("4104");
        HuiminFault.None.ReturnCode().ShouldBe("0000");
    }

    [Fact]
    public void A_secret_is_long_enough_for_a_key_and_never_printed()
    {
        Parties.Keys.ToString().ShouldBe("***");
        foreach (var wrong in (string[])["", "4117E877F5FA0A0", "4117E877F5FA0A0密", "4117E877F5FA0A0 1"])
            Should.Throw<ArgumentException>(() => new HuiminKeys(wrong));
    }

    [Fact]
    public void Nothing_is_sealed_that_would_not_be_opened()
    {
        Should.Throw<ArgumentException>(() => HuiminEnvelope.SealRequest(Parties.Keys, Parties.Head with { PlatformSeqId = "short" }, Parties.Clear));
        Should.Throw<ArgumentException>(() => HuiminEnvelope.SealRequest(Parties.Keys, Parties.Head with { Unknown = new Dictionary<string, string> { ["data"] = "x" } }, Parties.Clear));
        Should.Throw<ArgumentException>(() => HuiminEnvelope.SealRequest(Parties.Keys, Parties.Head, []));
    }
}
