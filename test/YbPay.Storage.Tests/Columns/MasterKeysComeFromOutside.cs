using YbPay.Storage.Columns;

namespace YbPay.Storage.Tests.Columns;

public sealed class MasterKeysComeFromOutside : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ybpay-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_missing_file_is_created_once_and_closed_to_others()
    {
        var path = Path.Combine(folder, "keys", "master.key");
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new FileMasterKeys(path, createWhenMissing: true).LoadAsync(TestContext.Current.CancellationToken))));
        all.Select(keys => Convert.ToHexString(keys.ByVersion[1])).Distinct().ShouldHaveSingleItem();
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFiles(Path.GetDirectoryName(path)!).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_missing_file_is_an_error_when_it_is_not_to_be_created()
    {
        var error = await Should.ThrowAsync<MasterKeyException>(new FileMasterKeys(Path.Combine(folder, "none")).LoadAsync(TestContext.Current.CancellationToken));
        error.Message.ShouldContain("does not exist");
    }

    [Fact]
    public async Task A_file_that_others_may_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other file rights.");
        var path = Path.Combine(folder, "open.key");
        await File.WriteAllTextAsync(path, "1:" + Convert.ToBase64String(new byte[32]), TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        (await Should.ThrowAsync<MasterKeyException>(new FileMasterKeys(path).LoadAsync(TestContext.Current.CancellationToken))).Message.ShouldContain("chmod");
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment")]
    [InlineData("1")]
    [InlineData("1:AAAA")]
    [InlineData("0:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    [InlineData("x:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    [InlineData("1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=;1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    public void What_is_not_a_key_is_refused_without_repeating_it(string text)
    {
        var error = Should.Throw<MasterKeyException>(() => MasterKeys.Parse(text, "here"));
        error.Message.ShouldStartWith("here");
        error.Message.ShouldNotContain("AAEC");
    }

    [Fact]
    public async Task The_environment_may_hold_several_versions()
    {
        var name = "YBPAY_TEST_MASTER_" + Environment.ProcessId;
        Environment.SetEnvironmentVariable(name, $"1:{Convert.ToBase64String(new byte[32])};2:{Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)])}");
        var keys = await new EnvironmentMasterKeys(name).LoadAsync(TestContext.Current.CancellationToken);
        keys.ByVersion.Keys.Order().ShouldBe([1, 2]);
        keys.ToString().ShouldBe("***");
        $"{keys}".ShouldBe("***");
    }
}
