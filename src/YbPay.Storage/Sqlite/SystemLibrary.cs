using System.Reflection;
using System.Runtime.InteropServices;

namespace YbPay.Storage.Sqlite;

/// <summary>
/// The bundled SQLite is old (see ARCHITECTURE.md), so the provider's <c>e_sqlite3</c> is resolved to the system's
/// libsqlite3 where there is one; the bundled one serves the rest.
/// </summary>
internal static class SystemLibrary
{
    private static readonly string[] Names = ["libsqlite3.so.0", "libsqlite3.dylib"];
    private static readonly Lazy<bool> Once = new(Start);

    /// <summary>Before the first connection; true when the system's library is in use.</summary>
    public static bool Use() => Once.Value;

    private static bool Start()
    {
        var found = IntPtr.Zero;
        foreach (var name in Names)
            if (!OperatingSystem.IsWindows() && NativeLibrary.TryLoad(name, out found)) break;
        if (found != IntPtr.Zero)
            NativeLibrary.SetDllImportResolver(typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly, (library, _, _) => library == "e_sqlite3" ? found : IntPtr.Zero);
        SQLitePCL.Batteries_V2.Init();
        return found != IntPtr.Zero;
    }
}
