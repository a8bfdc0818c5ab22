using System.Reflection;
using System.Runtime.InteropServices;

namespace YbPay.Cryptography.Libcrypto;

/// <summary>Finds OpenSSL 3's libcrypto under the name it has on each system.</summary>
internal static class NativeLibcrypto
{
    /// <summary>The name in the imports; the resolver below turns it into a file.</summary>
    public const string Name = "libcrypto";

    private static readonly Lazy<nint> Library = new(Load);

    public static bool IsInstalled => Library.Value != 0;

    /// <summary>Throws <see cref="CryptoBackendException"/> when there is none.</summary>
    public static void Require()
    {
        if (!IsInstalled)
            throw new CryptoBackendException($"libcrypto of OpenSSL 3 is not installed (looked for {string.Join(", ", FileNames)}).");
    }

    private static string[] FileNames =>
        OperatingSystem.IsWindows() ? ["libcrypto-3-x64.dll", "libcrypto-3.dll"]
        : OperatingSystem.IsMacOS() ? ["libcrypto.3.dylib"]
        : ["libcrypto.so.3"];

    private static nint Load()
    {
        nint found = 0;
        foreach (var file in FileNames)
        {
            if (NativeLibrary.TryLoad(file, out found))
                break;
        }

        NativeLibrary.SetDllImportResolver(typeof(NativeLibcrypto).Assembly, (string name, Assembly _, DllImportSearchPath? _) => name == Name ? Library.Value : 0);
        return found;
    }
}
