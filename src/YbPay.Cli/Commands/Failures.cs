using System.Data.Common;
using YbPay.Cryptography;
using YbPay.Storage;

namespace YbPay.Cli.Commands;

/// <summary>What a person at the terminal is told when a command cannot do its work; anything unforeseen keeps its stack trace.</summary>
internal static class Failures
{
    public const int ExitCode = 2;

    /// <summary>One line that says what to do, or null for a bug.</summary>
    public static string? Explain(Exception error) => error switch
    {
        IOException e when e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException => $"{e.Message} Is another sandbox running? Choose other ports with --port-base.",
        StorageUnavailableException or MigrationException or InvalidDataException or KeyFormatException => error.Message,
        UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException => error.Message,
        HttpRequestException e when e.HttpRequestError == HttpRequestError.ConnectionError => $"Nothing answers there ({e.Message}). Start the sandbox with './ybpay up'.",
        ArgumentException or InvalidOperationException { Source: "YbPay.Center" or "YbPay.Bureau" or "YbPay.Huimin" } => error.Message,
        DbException => $"The database refused: {error.Message}",
        _ => null,
    };
}
