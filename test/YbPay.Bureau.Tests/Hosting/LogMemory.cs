using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace YbPay.Bureau.Tests.Hosting;

/// <summary>Keeps every line that anything logs, scopes and exceptions included.</summary>
public sealed class LogMemory : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> lines = new();
    private IExternalScopeProvider? scopes;

    public string Whole => string.Join('\n', lines);

    public string Errors => string.Join('\n', lines.Where(line => line.StartsWith(nameof(LogLevel.Error), StringComparison.Ordinal)));

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Writer(LogMemory memory, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            memory.lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {exception}");
            memory.scopes?.ForEachScope((scope, queue) => queue.Enqueue($"scope {scope}"), memory.lines);
        }
    }
}
