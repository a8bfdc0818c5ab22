using System.Text.Json;
using YbPay.Cli.Commands;

namespace YbPay.Cli.Tests.Commands;

public sealed class SpecCommandTests
{
    [Fact]
    public void Rows_of_one_interface_have_the_keys_of_the_transcription()
    {
        var (code, output, _) = Run("6401", json: true);

        code.ShouldBe(0);
        var rows = JsonElement.Parse(output).EnumerateArray().ToList();
        rows.ShouldAllBe(row => row.GetProperty("code").GetString() == "6401");
        rows[0].EnumerateObject().Select(member => member.Name).ShouldBe(["document", "code", "kind", "node", "field", "type", "length", "required", "label", "dictionary"]);
        rows.Select(row => row.GetProperty("field").GetString()).ShouldContain("payToken");
    }

    [Fact]
    public void For_people_the_table_is_text()
    {
        var (code, output, _) = Run("6302", json: false);

        code.ShouldBe(0);
        output.ShouldContain("医保结算结果通知");
        output.ShouldContain("ownpayAmt");
    }

    [Fact]
    public void Without_a_code_every_interface_is_there()
    {
        var codes = JsonElement.Parse(Run(null, json: true).Output).EnumerateArray().Select(row => row.GetProperty("code").GetString()).Distinct().ToList();

        codes.ShouldContain("6101");
        codes.ShouldContain("2207");
    }

    [Fact]
    public void An_unknown_code_is_an_error_that_names_the_known_ones()
    {
        var (code, output, errors) = Run("9999", json: true);

        (code, output).ShouldBe((1, ""));
        errors.ShouldContain("6201");
    }

    private static (int Code, string Output, string Errors) Run(string? code, bool json)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (SpecCommand.Run(code, json, output, errors), output.ToString(), errors.ToString());
    }
}
