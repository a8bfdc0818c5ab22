using System.Text.Json;
using YbPay.Contracts.Tables;

namespace YbPay.Conventions.Tests;

/// <summary>Every message of every interface has a sample that a developer can look at.</summary>
public sealed class Samples
{
    [Fact]
    public void Every_message_has_a_sample_and_every_sample_is_a_message()
    {
        Catalogue.All.Count.ShouldBeGreaterThan(20);
        Conformity.Check(Findings(Catalogue.All, SourceFiles.All));
    }

    [Fact]
    public void A_missing_a_stray_and_a_broken_sample_are_found()
    {
        var table = Catalogue.Find("mobile", "6401").First();
        Findings([table], []).ShouldHaveSingleItem().ShouldContain("6401.request");
        Findings([table], [new("samples/messages/6401.request.json", "{")]).ShouldHaveSingleItem().ShouldContain("JSON");
        Findings([table], [new("samples/messages/6401.request.json", "{}"), new("samples/messages/9999.request.json", "{}")]).ShouldHaveSingleItem().ShouldContain("9999");
    }

    private static IEnumerable<string> Findings(IReadOnlyList<ContractTable> tables, IEnumerable<SourceFile> files)
    {
        var samples = files.Where(file => file.IsIn("samples/messages")).ToList();
        var messages = tables.Where(table => table.Document is "mobile" or "fsi" or "wallet" or "huimin").Select(Stem).ToHashSet();
        foreach (var message in messages.Where(message => !samples.Any(sample => Key(sample) == message))) yield return $"{message} has no sample";
        foreach (var stray in samples.Where(sample => !messages.Contains(Key(sample)))) yield return $"{stray.Path} is a sample of nothing";
        foreach (var broken in samples.Where(sample => !IsJson(sample.Text))) yield return $"{broken.Path} is no JSON";
    }

    private static string Stem(ContractTable table) => $"{(table.Document == "mobile" ? "" : table.Document + "/")}{table.Code}.{table.Kind}";

    /// <summary>fsi/2207.response from samples/messages/fsi/2207.response.json; a variant has one more part before .json.</summary>
    private static string Key(SourceFile sample)
    {
        var name = sample.Path["samples/messages/".Length..];
        return string.Join('.', name.Split('.').Take(2));
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
