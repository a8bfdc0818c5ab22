namespace YbPay.Storage.Columns;

/// <summary>Where master keys come from: a file, an environment variable, or a hook to a key management system.</summary>
public interface IMasterKeySource
{
    /// <summary>Throws <see cref="MasterKeyException"/> when there is none.</summary>
    Task<MasterKeys> LoadAsync(CancellationToken cancel = default);
}

/// <summary>Reads the keys from an environment variable, in the form of <see cref="MasterKeys.Parse"/>.</summary>
public sealed class EnvironmentMasterKeys(string variable) : IMasterKeySource
{
    public Task<MasterKeys> LoadAsync(CancellationToken cancel = default) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? Task.FromResult(MasterKeys.Parse(text, "The environment variable " + variable))
            : throw new MasterKeyException($"The environment variable {variable} holds no master key.");
}
