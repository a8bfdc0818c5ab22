using System.Text;

namespace YbPay.Storage.Columns;

/// <summary>
/// Reads the keys from a file, in the form of <see cref="MasterKeys.Parse"/>. The file must not be open to other accounts.
/// With <paramref name="createWhenMissing"/> (the sandbox) a fresh key is written, mode 0600; of several processes that
/// start at once one creates it and all read the same.
/// </summary>
public sealed class FileMasterKeys(string path, bool createWhenMissing = false) : IMasterKeySource
{
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public async Task<MasterKeys> LoadAsync(CancellationToken cancel = default)
    {
        try
        {
            if (!File.Exists(path))
            {
                if (!createWhenMissing) throw new MasterKeyException($"The master key file {path} does not exist.");
                Create();
            }

            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
                throw new MasterKeyException($"The master key file {path} is open to other accounts; take that away (chmod o-rw).");
            return MasterKeys.Parse(await File.ReadAllTextAsync(path, cancel).ConfigureAwait(false), "The master key file " + path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MasterKeyException($"The master key file {path} cannot be read or created: {error.Message}", error);
        }
    }

    private void Create()
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        var draft = $"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, options))
        {
            file.Write(Encoding.ASCII.GetBytes(MasterKeys.Fresh() + "\n"));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first: its key is the key.
            File.Delete(draft);
        }
    }
}
