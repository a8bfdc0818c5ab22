using YbPay.Cli.Commands;
using YbPay.Protocol.Files;

namespace YbPay.Cli.Tests.Commands;

public sealed class HuiminStatementTests : IDisposable
{
    private const string Lines = """
        CP1!|H1!|张三!|4209******272472!|20261120!|165056!|01!|9547!|****9569!|44010001!|示例医院!|!|0!|0!|
        CR1!|H2!|张三!|4209******272472!|20261120!|170854!|02!|47!|****9569!|44010001!|示例医院!|!|0!|0!|

        """;

    private readonly string folder = Directory.CreateTempSubdirectory("ybpay-statement-").FullName;

    [Theory]
    [InlineData("H1,01,9547\n\nH2,02,47\n", 0, "the two agree")]
    [InlineData("H1,01,9548\nH2,02,47", 1, "payment H1: own records 9548 fen, statement 9547 fen")]
    [InlineData("H1,01,9547\nH3,01,5", 1, "refund H2: own records none, statement 47 fen")]
    public async Task Own_records_are_held_against_the_zip(string own, int status, string said)
    {
        var (zip, records, output) = (Path.Combine(folder, "s.zip"), Path.Combine(folder, "own.csv"), new StringWriter());
        await File.WriteAllBytesAsync(zip, TextZip.Write("s.txt", Lines));
        await File.WriteAllTextAsync(records, own);
        (await HuiminStatementCommand.RunAsync(zip, records, output, CancellationToken.None)).ShouldBe(status);
        output.ToString().ShouldContain("payments: 1, 9547 fen");
        output.ToString().ShouldContain(said);
        output.ToString().ShouldNotContain("张三");
    }

    [Fact]
    public async Task The_unpacked_text_is_read_too_and_a_line_that_is_none_is_named()
    {
        var (text, records) = (Path.Combine(folder, "s.txt"), Path.Combine(folder, "own.csv"));
        await File.WriteAllTextAsync(text, Lines);
        (await HuiminStatementCommand.RunAsync(text, null, TextWriter.Null, CancellationToken.None)).ShouldBe(0);
        await File.WriteAllTextAsync(records, "H1,01,9547\nH2,03,47");
        (await Should.ThrowAsync<InvalidDataException>(() => HuiminStatementCommand.RunAsync(text, records, TextWriter.Null, CancellationToken.None))).Message.ShouldContain("Line 2");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
