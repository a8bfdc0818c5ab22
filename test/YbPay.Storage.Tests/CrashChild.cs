using System.Diagnostics;
using Xunit.Runner.InProc.SystemConsole;

namespace YbPay.Storage.Tests;

/// <summary>
/// The program's start. As a test run it is what xunit would have made; with a storage place in its environment it is the
/// child of <see cref="Writing.AcknowledgedWritesSurviveKill"/> and writes until it is killed.
/// </summary>
internal static class CrashChild
{
    private const string StorageVariable = "YBPAY_STORAGE_TEST_CHILD";
    private const string SchemaVariable = "YBPAY_STORAGE_TEST_CHILD_SCHEMA";
    private const int Callers = 8;

    public static async Task<int> Main(string[] args)
    {
        if (Environment.GetEnvironmentVariable(StorageVariable) is { Length: > 0 } storage)
            return await WriteForEverAsync(new() { Storage = storage, Schema = Environment.GetEnvironmentVariable(SchemaVariable)! });
        return args.Any(arg => arg is "--server" or "--internal-msbuild-node")
            ? await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await ConsoleRunner.Run(args);
    }

    public static ProcessStartInfo Command(DatabaseOptions options)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(CrashChild).Assembly.Location);
        start.Environment[StorageVariable] = options.Storage;
        start.Environment[SchemaVariable] = options.Schema;
        return start;
    }

    /// <summary>Each write is two rows under one key; the key and a full stop are printed once it is acknowledged.</summary>
    private static async Task<int> WriteForEverAsync(DatabaseOptions options)
    {
        await using var database = await Databases.OpenAsync(options, null);
        var output = TextWriter.Synchronized(Console.Out);
        var count = 0;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                var key = "k" + Interlocked.Increment(ref count);
                await database.WriteAsync(async s =>
                {
                    foreach (var scope in (string[])["first", "second"])
                        await s.ExecuteAsync("INSERT INTO idempotency (scope, key, digest, created_at, expires_at) VALUES (@scope, @key, '', 0, 0)", new { scope, key });
                });
                output.WriteLine(key + ".");
            }
        })));
        return 0;
    }
}
